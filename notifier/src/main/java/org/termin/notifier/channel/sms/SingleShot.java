package org.termin.notifier.channel.sms;

import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's transport with one attempt per call. The SDK's own would post a text up to six times on
 * a 503; sending is not idempotent, so a text nobody asked for would arrive.
 */
final class SingleShot extends HttpClient {

  private final java.net.http.HttpClient http;
  private final @Nullable URI base;
  private final Duration total;

  SingleShot(@Nullable URI base, Duration connect, Duration total) {
    this.base = base;
    this.total = total;
    this.http =
        java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
            .connectTimeout(connect)
            .build();
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response reliableRequest(Request request, int[] codes, int retries, long delayMillis) {
    return makeRequest(request);
  }

  /** Answers 2xx to the SDK; everything else leaves as a {@link TransportFailure}. */
  @Override
  public Response makeRequest(Request request) {
    HttpResponse<String> answer = ask(request);
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return new Response(answer.body(), status);
    }
    throw TransportFailure.answered(
        status, answer.body(), answer.headers().firstValue("Retry-After").orElse(null));
  }

  private HttpResponse<String> ask(Request request) {
    // HttpRequest.timeout ends with the headers; a body that never ends must be cut off too.
    CompletableFuture<HttpResponse<String>> call =
        http.sendAsync(translate(request), BodyHandlers.ofString());
    try {
      return call.get(total.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      call.cancel(true);
      throw TransportFailure.ambiguous("timeout");
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw TransportFailure.ambiguous("interrupted");
    } catch (ExecutionException e) {
      throw switch (e.getCause()) {
        case ConnectException _ -> TransportFailure.notSent("refused");
        case HttpConnectTimeoutException _ -> TransportFailure.notSent("connect-timeout");
        case SSLHandshakeException _ -> TransportFailure.notSent("tls");
        case null, default -> TransportFailure.ambiguous("broken");
      };
    }
  }

  private HttpRequest translate(Request request) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(address(request));
    request
        .getHeaderParams()
        .forEach((name, values) -> values.forEach(value -> builder.setHeader(name, value)));
    builder.setHeader("Authorization", request.getAuthString());
    builder.setHeader("Accept", "application/json");
    builder.setHeader("User-Agent", "termin");
    if (request.getMethod() == HttpMethod.POST) {
      builder.setHeader("Content-Type", "application/x-www-form-urlencoded");
      return builder.POST(BodyPublishers.ofString(request.encodeFormBody())).build();
    }
    return builder.method(request.getMethod().name(), BodyPublishers.noBody()).build();
  }

  private URI address(Request request) {
    URI original = URI.create(request.constructURL().toString());
    if (base == null) {
      return original;
    }
    String query = original.getRawQuery();
    String root = base.toString();
    return URI.create(
        (root.endsWith("/") ? root.substring(0, root.length() - 1) : root)
            + original.getRawPath()
            + (query == null ? "" : "?" + query));
  }
}
