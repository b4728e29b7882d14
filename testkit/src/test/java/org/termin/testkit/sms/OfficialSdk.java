package org.termin.testkit.sms;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The provider's own SDK over one plain request, pointed at the fake. */
final class OfficialSdk extends HttpClient {
  private final java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient();
  private final URI base;

  private OfficialSdk(URI base) {
    this.base = base;
  }

  static TwilioRestClient at(URI base) {
    return new TwilioRestClient.Builder("SK" + "0".repeat(32), "secret")
        .accountSid("AC" + "0".repeat(32))
        .httpClient(new OfficialSdk(base))
        .build();
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    URI asked = URI.create(request.constructURL().toString());
    String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
    HttpRequest.Builder out =
        HttpRequest.newBuilder(base.resolve(asked.getRawPath() + query))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", request.getAuthString())
            .header("Content-Type", "application/x-www-form-urlencoded");
    for (Map.Entry<String, List<String>> header : request.getHeaderParams().entrySet()) {
      header.getValue().forEach(value -> out.header(header.getKey(), value));
    }
    String body = request.getMethod().name().equals("POST") ? request.encodeFormBody() : "";
    out.method(request.getMethod().name(), HttpRequest.BodyPublishers.ofString(body));
    try {
      HttpResponse<String> answer = http.send(out.build(), HttpResponse.BodyHandlers.ofString());
      return new Response(answer.body(), answer.statusCode());
    } catch (IOException e) {
      throw new com.twilio.exception.ApiConnectionException("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
