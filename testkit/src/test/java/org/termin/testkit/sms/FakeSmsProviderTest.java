package org.termin.testkit.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.security.RequestValidator;
import com.twilio.type.PhoneNumber;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FakeSmsProviderTest {
  private static final String ANNA = "+48512345678";
  private final FakeSmsProvider provider = FakeSmsProvider.start();
  private final TwilioRestClient sdk = OfficialSdk.at(provider.baseUrl());

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void satisfiesTheOfficialSdk() {
    Message made = send(ANNA, "Dzień dobry");
    assertThat(made.getStatus()).isEqualTo(Message.Status.QUEUED);
    assertThat(provider.messagesTo(ANNA))
        .singleElement()
        .satisfies(text -> assertThat(text.body()).isEqualTo("Dzień dobry"));
    assertThat(Message.fetcher(made.getSid()).fetch(sdk).getBody()).isEqualTo("Dzień dobry");
    send("+34612345678", "Hola");
    assertThat(
            StreamSupport.stream(
                    Message.reader().setTo(new PhoneNumber(ANNA)).read(sdk).spliterator(), false)
                .map(Message::getSid))
        .containsExactly(made.getSid());
    assertThatThrownBy(() -> Message.deleter(made.getSid()).delete(sdk))
        .isInstanceOfSatisfying(
            ApiException.class, refused -> assertThat(refused.getCode()).isEqualTo(20009));
  }

  static Stream<Script> whatLeavesTheCallerInDoubt() {
    return Stream.of(
        Script.error500(),
        Script.error503(),
        Script.html502(),
        Script.hangUp(),
        Script.reset(),
        Script.truncated(),
        new Script.Stall(Duration.ofMillis(50), true));
  }

  @ParameterizedTest
  @MethodSource("whatLeavesTheCallerInDoubt")
  void takesTheMessageBeforeItMisbehaves(Script script) {
    provider.answers(ANNA, script);
    assertThatThrownBy(() -> send(ANNA, "one")).isInstanceOf(RuntimeException.class);
    assertThat(provider.postsTo(ANNA)).hasSize(1);
    assertThat(provider.messagesTo(ANNA)).hasSize(1);
    send(ANNA, "two");
    assertThat(provider.messagesTo(ANNA)).hasSize(2);
  }

  @Test
  void takesNothingWhenItSaysTooMany() {
    provider.answers(ANNA, Script.tooMany());
    assertThatThrownBy(() -> send(ANNA, "one"))
        .isInstanceOfSatisfying(
            ApiException.class, refused -> assertThat(refused.getStatusCode()).isEqualTo(429));
    assertThat(provider.posts()).hasSize(1);
    assertThat(provider.messages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"48512345678,Termin,x,21211", "+48512345678,Тэрмін,x,21212"})
  void refusesWhatTheRealOneRefuses(String to, String from, String body, int code) {
    assertThatThrownBy(
            () -> Message.creator(new PhoneNumber(to), new PhoneNumber(from), body).create(sdk))
        .isInstanceOfSatisfying(
            ApiException.class, refused -> assertThat(refused.getCode()).isEqualTo(code));
    assertThat(provider.messages()).isEmpty();
  }

  @Test
  void signsReportsForThePublicAddressOverUrlAndBody() throws Exception {
    List<Boolean> valid = new CopyOnWriteArrayList<>();
    RequestValidator validator = new RequestValidator("token");
    HttpServer door =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    door.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          valid.add(
              validator.validate(
                  "https://termin.example" + exchange.getRequestURI(),
                  Form.parse(body),
                  exchange.getRequestHeaders().getFirst("X-Twilio-Signature")));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    door.start();
    try {
      provider
          .callbacksGoTo(
              URI.create("http://127.0.0.1:" + door.getAddress().getPort()),
              "https://termin.example",
              "token")
          .reportsByItself();
      send(ANNA, "one");
      await().atMost(Duration.ofMinutes(1)).until(() -> valid.size() == 2);
      assertThat(provider.reply("/callbacks/s/sms/reply", ANNA, "СТОП")).isEqualTo(204);
      assertThat(valid).containsExactly(true, true, true);
      assertThat(provider.messagesTo(ANNA).getFirst().status()).isEqualTo("delivered");
    } finally {
      door.stop(0);
    }
  }

  private Message send(String to, String body) {
    return Message.creator(new PhoneNumber(to), new PhoneNumber("Termin"), body)
        .setStatusCallback(URI.create("https://termin.example/callbacks/s/sms/status?d=abc"))
        .create(sdk);
  }
}
