package org.termin.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.termin.contract.words.Contact;
import org.termin.contract.words.PhoneNumber;
import org.termin.contract.words.RussianRoutes;
import org.termin.notifier.channel.Outcome.Accepted;
import org.termin.notifier.channel.Outcome.Ambiguous;
import org.termin.notifier.channel.Outcome.Limit;
import org.termin.notifier.channel.Outcome.NotSent;
import org.termin.notifier.channel.Outcome.OurFault;
import org.termin.notifier.channel.Outcome.Permanence;
import org.termin.notifier.channel.Outcome.Rejected;
import org.termin.notifier.channel.Outcome.Scope;
import org.termin.notifier.channel.sms.TwilioAccount;
import org.termin.notifier.channel.sms.TwilioCarrier;
import org.termin.testkit.sms.FakeSmsProvider;
import org.termin.testkit.sms.Post;
import org.termin.testkit.sms.Script;
import org.termin.testkit.sms.SentText;

class TwilioChannelTest extends CarrierContract {

  private static final FakeSmsProvider PROVIDER = FakeSmsProvider.start();
  private static final PhoneNumber PHONE = new PhoneNumber("+48512345678");

  @BeforeEach
  void forget() {
    PROVIDER.reset();
  }

  @AfterAll
  static void stop() {
    PROVIDER.close();
  }

  static Carrier carrier(@Nullable URI base, Duration total) {
    return new TwilioCarrier(
        new TwilioAccount(
            "AC" + "0".repeat(32),
            "SK" + "0".repeat(32),
            "secret",
            "+48732000000",
            null,
            base,
            null,
            null,
            Duration.ofSeconds(3),
            total),
        new CallbackAddress(URI.create("https://termin.example"), "door"),
        new RefusedRoutes(RussianRoutes.REFUSED));
  }

  @Override
  Carrier carrier() {
    return carrier(PROVIDER.baseUrl(), Duration.ofSeconds(60));
  }

  @Override
  Contact reachable() {
    return PHONE;
  }

  @Override
  Contact refusedRoute() {
    return new PhoneNumber("+375291234567");
  }

  @Override
  List<String> arrived(Contact contact) {
    return PROVIDER.messagesTo(contact.value()).stream().map(SentText::body).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void everyMoodOfTheProviderGetsExactlyOnePost(String mood, Script script, Outcome outcome) {
    PROVIDER.answers(PHONE.value(), script);
    assertThat(carrier().send(message(PHONE, mood))).isEqualTo(outcome);
    assertThat(PROVIDER.postsTo(PHONE.value())).hasSize(1);
  }

  static Stream<Arguments> everyMoodOfTheProviderGetsExactlyOnePost() {
    return Stream.of(
        arguments("500", new Script.Fail(500, 20500, false), new Ambiguous("http-500")),
        arguments("503", Script.error503(), new Ambiguous("http-503")),
        arguments("500 after accepting", Script.error500(), new Ambiguous("http-500")),
        arguments("429", Script.tooMany(), new NotSent("429", Duration.ofSeconds(7))),
        arguments("html 502", Script.html502(), new Ambiguous("http-502")),
        arguments("hang-up", Script.hangUp(), new Ambiguous("broken")),
        arguments("reset", Script.reset(), new Ambiguous("broken")),
        arguments("truncated", Script.truncated(), new Ambiguous("broken")),
        arguments("not a number", Script.reject(21211), new Rejected("21211", Permanence.CONTACT)),
        arguments("opted out", Script.reject(21610), new Rejected("21610", Permanence.OPTED_OUT)),
        arguments("too long", Script.reject(21617), new Rejected("21617", Permanence.CONTENT)),
        arguments("country", Script.reject(21408), new Rejected("21408", Permanence.ROUTE)),
        arguments("suspended", Script.unauthorized(), new OurFault("20003")),
        arguments(
            "never heard of",
            Script.reject(29999),
            new NotSent("29999", null, Limit.UNLISTED, Scope.CONTACT)));
  }

  @Test
  void aStallEndsWithOurTimeOutAndOnePost() {
    PROVIDER.answers(PHONE.value(), Script.stall());
    assertThat(carrier(PROVIDER.baseUrl(), Duration.ofMillis(1_500)).send(message(PHONE, "late")))
        .isEqualTo(new Ambiguous("timeout"));
    assertThat(PROVIDER.postsTo(PHONE.value())).hasSize(1);
  }

  @Test
  void nobodyThereMeansSurelyNotSent() {
    FakeSmsProvider gone = FakeSmsProvider.start();
    URI nobody = gone.baseUrl();
    gone.close();
    assertThat(carrier(nobody, Duration.ofSeconds(60)).send(message(PHONE, "hello")))
        .isEqualTo(new NotSent("refused"));
  }

  @Test
  void theRequestNamesItsAttemptAndItsEnd() {
    Outgoing message = message(PHONE, "mark");
    assertThat(carrier().send(message)).isInstanceOf(Accepted.class);
    Post post = PROVIDER.postsTo(PHONE.value()).getFirst();
    assertThat(post.form())
        .containsEntry(
            "StatusCallback",
            "https://termin.example/callbacks/door/sms/status?d=" + message.marks().callback())
        .containsEntry("ValidityPeriod", "7200")
        .containsEntry("From", "+48732000000");
  }

  @Test
  void theProvidersCopyIsDeletedOnceItIsFinal() {
    Accepted accepted = (Accepted) carrier().send(message(PHONE, "forget me"));
    String sid = String.valueOf(accepted.providerRef());
    assertThat(carrier().forget(sid)).isFalse();
    PROVIDER.callbacksGoTo(URI.create("http://127.0.0.1:9"), "token");
    try {
      PROVIDER.report(sid, "delivered");
    } catch (RuntimeException e) {
      // no door stands there; the status has moved all the same
    }
    assertThat(carrier().forget(sid)).isTrue();
    assertThat(PROVIDER.deleted()).containsExactly(sid);
    assertThat(carrier().forget("SM" + UUID.randomUUID().toString().replace("-", ""))).isTrue();
  }
}
