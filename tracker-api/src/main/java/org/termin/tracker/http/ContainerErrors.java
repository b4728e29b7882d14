package org.termin.tracker.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.Pipeline;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What the container refuses before any filter sees it is answered like everything else: with our
 * headers and one of our problems.
 */
@Component
class ContainerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final Refusals refusals;

  ContainerErrors(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(context -> takePlace((StandardHost) context.getParent()));
  }

  private void takePlace(StandardHost host) {
    Pipeline pipeline = host.getPipeline();
    for (Valve valve : pipeline.getValves()) {
      if (valve instanceof ErrorReportValve) {
        pipeline.removeValve(valve);
      }
    }
    pipeline.addValve(new Reporter(refusals));
    // by this name the container sees that it need not add its own
    host.setErrorReportValveClass(Reporter.class.getName());
  }

  private static final class Reporter extends ErrorReportValve {
    private final Refusals refusals;

    Reporter(Refusals refusals) {
      this.refusals = refusals;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      HeaderFilter.set(response);
      super.invoke(request, response);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
      boolean written = response.getContentWritten() > 0;
      if (response.getStatus() < 400 || written || !response.setErrorReported()) {
        return;
      }
      AtomicBoolean heard = new AtomicBoolean();
      response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, heard);
      if (heard.get()) {
        try {
          refusals.write(request, response, ProblemKind.of(response.getStatus()));
        } catch (IOException goneMeanwhile) {
          // nobody is left to be told
        }
      }
    }
  }
}
