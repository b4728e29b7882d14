package org.termin.tracker.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before anything else: takes a body in as its bytes come, so that a slow one holds no thread, and
 * gives up after ten seconds. A body of unstated length does hold one, so only a quarter of the
 * threads wait for such; no browser and no provider sends them. Everything behind this filter has
 * the whole body in memory.
 */
@Component
@Order(5)
class BodyFilter extends OncePerRequestFilter {
  private final Refusals refusals;
  private final Duration within;
  private final Semaphore unstated;

  BodyFilter(
      Refusals refusals,
      @Value("${termin.limits.body:10s}") Duration within,
      @Value("${server.tomcat.threads.max:120}") int threads) {
    this.refusals = refusals;
    this.within = within;
    this.unstated = new Semaphore(Math.max(1, threads / 4));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null) {
      chain.doFilter(request, response);
      return;
    }
    Whole whole = new Whole(request);
    if (request.getContentLengthLong() < 0) {
      unstated(whole, response, chain);
      return;
    }
    AsyncContext async = request.startAsync(whole, response);
    async.setTimeout(within.toMillis());
    async.addListener(new GivingUp(whole, response));
    request.getInputStream().setReadListener(new Incoming(request.getInputStream(), whole, async));
  }

  private void unstated(Whole request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!unstated.tryAcquire()) {
      refuse(request, response, ProblemKind.NOT_READY);
      return;
    }
    boolean inTime;
    try {
      inTime = isReadInTime(request);
    } finally {
      unstated.release();
    }
    if (inTime) {
      chain.doFilter(request, response);
    } else {
      refuse(request, response, ProblemKind.UNREADABLE_BODY);
    }
  }

  private boolean isReadInTime(Whole request) {
    long end = System.nanoTime() + within.toNanos();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    try {
      InputStream in = request.getRequest().getInputStream();
      int count = in.read(buffer);
      while (count >= 0 && body.size() <= BodyLimitFilter.MOST) {
        if (System.nanoTime() > end) {
          return false;
        }
        body.write(buffer, 0, count);
        count = in.read(buffer);
      }
    } catch (IOException broken) {
      request.brokeOff();
    }
    request.is(body.toByteArray());
    return true;
  }

  /** The server itself hangs up after these, and does not wait for the rest. */
  private void refuse(HttpServletRequest request, HttpServletResponse response, ProblemKind kind)
      throws IOException {
    HeaderFilter.set(response);
    refusals.write(request, response, kind);
  }

  /** What is not here in time is not waited for; one byte now and then does not help. */
  private final class GivingUp implements AsyncListener {
    private final Whole request;
    private final HttpServletResponse response;

    GivingUp(Whole request, HttpServletResponse response) {
      this.request = request;
      this.response = response;
    }

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
      response.setHeader("Connection", "close");
      refuse(request, response, ProblemKind.UNREADABLE_BODY);
      event.getAsyncContext().complete();
    }

    @Override
    public void onError(AsyncEvent event) {
      event.getAsyncContext().complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}
