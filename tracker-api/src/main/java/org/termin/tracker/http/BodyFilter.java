package org.termin.tracker.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before anything else: takes a body in as its bytes come, so that a slow one holds no thread, and
 * gives up after ten seconds. Everything behind this filter has the whole body in memory.
 */
@Component
@Order(5)
class BodyFilter extends OncePerRequestFilter {
  private final Refusals refusals;
  private final Duration within;

  BodyFilter(Refusals refusals, @Value("${termin.limits.body:10s}") Duration within) {
    this.refusals = refusals;
    this.within = within;
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
    AsyncContext async = request.startAsync(whole, response);
    async.setTimeout(within.toMillis());
    async.addListener(new GivingUp(whole, response));
    request.getInputStream().setReadListener(new Incoming(request.getInputStream(), whole, async));
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    HeaderFilter.set(response);
    response.setHeader("Connection", "close");
    refusals.write(request, response, ProblemKind.UNREADABLE_BODY);
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
      refuse(request, response);
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
