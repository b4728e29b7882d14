package org.termin.tracker.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies over 16 kB (callbacks: 2,500 bytes) with 413. JSON and callbacks of unstated
 * length are read here, up to the limit, so that nothing longer ever reaches a parser.
 */
@Component
@Order(40)
class BodyLimitFilter extends OncePerRequestFilter {
  static final int MOST = 16 * 1024;
  static final int MOST_OF_A_CALLBACK = 2_500;

  private final Refusals refusals;

  BodyLimitFilter(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int most = Sort.of(request) == Sort.CALLBACK ? MOST_OF_A_CALLBACK : MOST;
    long stated = request.getContentLengthLong();
    if (stated > most) {
      refuse(request, response);
    } else if (stated >= 0 || request.getHeader("Transfer-Encoding") == null) {
      chain.doFilter(request, response);
    } else {
      byte[] body = whole(request, most + 1);
      if (body == null) {
        refusals.write(request, response, ProblemKind.UNREADABLE_BODY);
      } else if (body.length > most) {
        refuse(request, response);
      } else {
        chain.doFilter(new Whole(request, body), response);
      }
    }
  }

  /** Nothing where the body breaks off or its chunks are no chunks. */
  private static byte @Nullable [] whole(HttpServletRequest request, int most) {
    try {
      return request.getInputStream().readNBytes(most);
    } catch (IOException broken) {
      return null;
    }
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("Connection", "close");
    refusals.write(request, response, ProblemKind.BODY_TOO_LARGE);
  }

  /** A request whose body has been read already. */
  private static final class Whole extends HttpServletRequestWrapper {
    private final byte[] body;

    Whole(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public int getContentLength() {
      return body.length;
    }

    @Override
    public long getContentLengthLong() {
      return body.length;
    }

    @Override
    public ServletInputStream getInputStream() {
      return new Bytes(new ByteArrayInputStream(body));
    }
  }

  private static final class Bytes extends ServletInputStream {
    private final ByteArrayInputStream in;

    Bytes(ByteArrayInputStream in) {
      this.in = in;
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] target, int from, int length) {
      return in.read(target, from, length);
    }

    @Override
    public boolean isFinished() {
      return in.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("bodies are read at once");
    }
  }
}
