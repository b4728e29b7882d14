package org.termin.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.termin.contract.words.Contact;
import org.termin.contract.words.EmailAddress;
import org.termin.contract.words.RussianRoutes;
import org.termin.notifier.channel.Outcome.Ambiguous;
import org.termin.notifier.channel.Outcome.Limit;
import org.termin.notifier.channel.Outcome.NotSent;
import org.termin.notifier.channel.Outcome.OurFault;
import org.termin.notifier.channel.Outcome.Permanence;
import org.termin.notifier.channel.Outcome.Rejected;
import org.termin.notifier.channel.Outcome.Scope;
import org.termin.notifier.channel.email.MailCarrier;
import org.termin.notifier.channel.email.MailRelay;
import org.termin.testkit.mail.MailScript;
import org.termin.testkit.mail.SmtpLine.Phase;
import org.termin.testkit.mail.SmtpSink;

class MailCarrierTest extends CarrierContract {

  private static final SmtpSink SINK = SmtpSink.start();
  private static final EmailAddress MAIL = new EmailAddress("ala@example.org");

  @BeforeEach
  void forget() {
    SINK.reset();
  }

  @AfterAll
  static void stop() {
    SINK.close();
  }

  private static Carrier carrier(String callback) {
    return new MailCarrier(
        new MailRelay("127.0.0.1", SINK.port(), null, null, false, "task@termin.example"),
        new CallbackAddress(URI.create(callback), "door"),
        new RefusedRoutes(RussianRoutes.REFUSED));
  }

  @Override
  Carrier carrier() {
    return carrier("https://termin.example");
  }

  @Override
  Contact reachable() {
    return MAIL;
  }

  @Override
  Contact refusedRoute() {
    return new EmailAddress("ala@tut.by");
  }

  @Override
  List<String> arrived(Contact contact) {
    return SINK.receivedFor(contact.value()).stream().map(MailCarrierTest::plain).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void theRelaysAnswerBecomesAnOutcome(MailScript script, Outcome outcome) {
    SINK.answers(MAIL.value(), script);
    assertThat(carrier().send(message(MAIL, "hello"))).isEqualTo(outcome);
  }

  static Stream<Arguments> theRelaysAnswerBecomesAnOutcome() {
    return Stream.of(
        arguments(MailScript.UNKNOWN_ADDRESS, new Rejected("5.1.1", Permanence.CONTACT)),
        arguments(MailScript.LATER, new NotSent("4.2.1", null, Limit.NONE, Scope.CONTACT)),
        arguments(MailScript.CUT_BEFORE_250, new Ambiguous("cut")),
        arguments(MailScript.POLICY, new OurFault("5.7.1")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource
  void everyRefusalIsReadFromTheTable(Phase phase, String said, Outcome outcome) {
    SINK.refuses(phase, said);
    assertThat(carrier().send(message(MAIL, "hello"))).isEqualTo(outcome);
    assertThat(SINK.received()).isEmpty();
  }

  private static NotSent contact(String reason, @Nullable Duration pause, Limit limit) {
    return new NotSent(reason, pause, limit, Scope.CONTACT);
  }

  static Stream<Arguments> everyRefusalIsReadFromTheTable() {
    Duration quarter = Duration.ofMinutes(15);
    Limit days = new Limit(3, Permanence.CONTACT);
    return Stream.of(
        arguments(Phase.HELLO, "421 too busy", new NotSent("421")),
        arguments(Phase.HELLO, "554 no service", new NotSent("554")),
        arguments(Phase.MAIL, "452 4.3.1 no room", new NotSent("4.3.1")),
        arguments(Phase.MAIL, "550 5.7.1 no relaying", new OurFault("5.7.1")),
        arguments(Phase.MAIL, "553 sender not allowed", new OurFault("553")),
        arguments(Phase.RCPT, "550 no such user", new Rejected("550", Permanence.CONTACT)),
        arguments(Phase.RCPT, "550 5.1.1 no user", new Rejected("5.1.1", Permanence.CONTACT)),
        arguments(Phase.RCPT, "556 5.1.10 null MX", new Rejected("5.1.10", Permanence.CONTACT)),
        arguments(Phase.RCPT, "550 5.2.1 disabled", contact("5.2.1", Duration.ofDays(1), days)),
        arguments(Phase.RCPT, "552 5.2.2 full", contact("5.2.2", Duration.ofDays(1), days)),
        arguments(Phase.RCPT, "552 full", contact("552", Duration.ofDays(1), days)),
        arguments(Phase.RCPT, "450 4.7.1 greylisted", contact("4.7.1", quarter, Limit.NONE)),
        arguments(Phase.RCPT, "451 later", contact("451", null, Limit.NONE)),
        arguments(
            Phase.RCPT,
            "550 5.7.1 not wanted",
            contact("5.7.1", Duration.ofHours(1), new Limit(3, null))),
        arguments(Phase.RCPT, "550 5.9.9 what", contact("5.9.9", null, Limit.UNLISTED)),
        arguments(Phase.DATA, "451 4.3.0 system", new NotSent("4.3.0")),
        arguments(Phase.DATA, "554 5.5.1 no", new OurFault("5.5.1")),
        arguments(Phase.TEXT, "550 5.7.26 unsigned", new OurFault("5.7.26")),
        arguments(Phase.TEXT, "552 5.3.4 too big", new Rejected("5.3.4", Permanence.CONTENT)),
        arguments(Phase.TEXT, "554 5.6.0 form", new Rejected("5.6.0", Permanence.CONTENT)),
        arguments(Phase.TEXT, "451 4.7.1 later", contact("4.7.1", quarter, Limit.NONE)),
        arguments(Phase.TEXT, "554 no", new OurFault("554")));
  }

  @Test
  void askingWhetherTheRelayAnswersSendsNothing() {
    assertThat(carrier().answers()).isTrue();
    SINK.refuses(Phase.HELLO, "421 too busy");
    assertThat(carrier().answers()).isFalse();
    assertThat(SINK.received()).isEmpty();
  }

  @Test
  void nobodyThereMeansSurelyNotSent() {
    MailRelay nobody = new MailRelay("127.0.0.1", 1, null, null, false, "task@termin.example");
    Carrier carrier = new MailCarrier(nobody, null, new RefusedRoutes(RussianRoutes.REFUSED));
    assertThat(carrier.send(message(MAIL, "hello"))).isEqualTo(new NotSent("relay"));
  }

  @Test
  void theHeadersSayWhatItIsAndHowToStopIt() throws Exception {
    Outgoing message = message(MAIL, "hello");
    carrier().send(message);
    MimeMessage mail = SINK.receivedFor(MAIL.value()).getFirst();
    assertThat(mail.getMessageID()).isEqualTo("<" + message.marks().mail() + "@termin.example>");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("OOF, AutoReply");
    assertThat(mail.getHeader("List-Unsubscribe")[0])
        .contains(
            "<https://termin.example/callbacks/door/mail/unsubscribe?t="
                + message.marks().stop()
                + ">");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/mixed");
    assertThat(parts.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/calendar");
  }

  @Test
  void oneClickIsOfferedOverHttpsOnly() throws Exception {
    carrier("http://127.0.0.1:8080").send(message(MAIL, "hello"));
    MimeMessage mail = SINK.receivedFor(MAIL.value()).getFirst();
    assertThat(mail.getHeader("List-Unsubscribe-Post")).isNull();
    assertThat(mail.getHeader("List-Unsubscribe")[0]).startsWith("<mailto:");
  }

  private static String plain(MimeMessage mail) {
    try {
      MimeMultipart mixed = (MimeMultipart) mail.getContent();
      MimeMultipart alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
      return alternative.getBodyPart(0).getContent().toString().strip();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
