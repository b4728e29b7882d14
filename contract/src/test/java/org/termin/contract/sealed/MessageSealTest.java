package org.termin.contract.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.contract.sealed.Opening.Opened;
import org.termin.contract.sealed.Opening.Reason;
import org.termin.contract.sealed.Opening.Unopened;
import org.termin.contract.words.Action;
import org.termin.contract.words.Consents;
import org.termin.contract.words.Contact;
import org.termin.contract.words.Hurdle;
import org.termin.contract.words.JoinCode;
import org.termin.contract.words.Language;
import org.termin.contract.words.Situation;
import org.termin.contract.words.Wording;

class MessageSealTest {

  private static final EpochKeys KEYS = Keys.epoch(7);
  private static final UUID MESSAGE = UUID.randomUUID();
  private static final ZoneId LONG_ZONE = ZoneId.of("America/Argentina/ComodRivadavia");

  static Stream<Message> everyMessage() {
    return Stream.of(
        register(People.oneInPoland(), Contact.of("+48500600700")),
        register(People.largestHousehold(), People.longestMail(1), People.longestMail(2)),
        new Confirm(People.ID, Keys.PROOF, 1, "075098"),
        new Resend(People.ID, Keys.PROOF, 1),
        change(People.largestHousehold()),
        Act.on(People.ID, Keys.PROOF, 2, Action.FILED, 1, null),
        Act.on(People.ID, Keys.PROOF, 2, Action.LOST, 1, People.DAY),
        Act.on(People.ID, Keys.PROOF, 2, Action.REFUSED, 1, null),
        Act.on(People.ID, Keys.PROOF, 2, Action.DONE, 1, null).met(Hurdle.TOOK_LONGER),
        Act.later(People.ID, Keys.PROOF, 2, 1, 4),
        Act.plain(People.ID, Keys.PROOF, 2, Action.ERASE),
        Act.newCode(People.ID, Keys.PROOF, 2, ReceiptCode.random()),
        new Callback("https://example.org/callbacks/x/sms/status?d=1", "sig", "a=b&c=d"),
        new Callback("u".repeat(700), "s".repeat(200), "ж".repeat(1_250)),
        new Unsubscribe(new StopToken(People.ID, 0).seal(Keys.LEDGER)));
  }

  @ParameterizedTest
  @MethodSource("everyMessage")
  void theNotifierOpensWhatTheDoorSealed(Message message) {
    assertThat(MessageSeal.fits(message)).isTrue();
    byte[] sealed = MessageSeal.seal(KEYS.publicKey(), MESSAGE, message);

    assertThat(MessageSeal.open(KEYS, MESSAGE, sealed)).isEqualTo(new Opened<>(message));
  }

  @ParameterizedTest
  @MethodSource("everyMessage")
  void theLengthTellsOnlyWhetherItIsACallback(Message message) {
    assertThat(MessageSeal.seal(KEYS.publicKey(), MESSAGE, message))
        .hasSize(message instanceof Callback ? 53 + 4_096 : 2_101);
  }

  @ParameterizedTest
  @MethodSource("everyMessage")
  void aMessageDoesNotPrintItself(Message message) {
    assertThat(message.toString())
        .doesNotContain("48500600700", "example", "075098", "PL", "2027")
        .hasSizeLessThan(40);
  }

  @Test
  void aCopiedInboxRowDoesNotOpenUnderAnotherId() {
    byte[] sealed =
        MessageSeal.seal(KEYS.publicKey(), MESSAGE, new Resend(People.ID, Keys.PROOF, 1));

    assertThat(MessageSeal.open(KEYS, UUID.randomUUID(), sealed))
        .isEqualTo(new Unopened<>(Reason.SEAL));
  }

  @Test
  void aMessageToAnotherEpochSaysWhich() {
    byte[] sealed =
        MessageSeal.seal(Keys.epoch(8).publicKey(), MESSAGE, new Resend(People.ID, Keys.PROOF, 1));

    assertThat(MessageSeal.epoch(sealed)).hasValue(8);
    assertThat(MessageSeal.open(KEYS, MESSAGE, sealed)).isEqualTo(new Unopened<>(Reason.EPOCH));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 6, 60, 2_101, 5_000})
  void rubbishIsAResultNotAnException(int length) {
    byte[] rubbish = new byte[length];
    if (length > 4) {
      rubbish[0] = MessageSeal.KIND;
      rubbish[4] = 7;
    }

    assertThat(MessageSeal.open(KEYS, MESSAGE, rubbish)).isInstanceOf(Unopened.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "{\"kind\":\"OTHER\"}",
        "{\"kind\":\"UNSUBSCRIBE\"}",
        "{\"kind\":\"UNSUBSCRIBE\",\"token\":\"a\",\"more\":1}",
        "{\"kind\":\"UNSUBSCRIBE\",\"token\":1}",
        "{\"kind\":\"UNSUBSCRIBE\",\"token\":\"a\",\"token\":\"b\"}",
        "{\"kind\":\"UNSUBSCRIBE\",\"token\":\"a\"} x",
        "{\"kind\":\"RESEND\",\"registration\":\"no\",\"proof\":\"\",\"slot\":0}",
        "{\"kind\":\"ACTION\",\"action\":\"MOVED\"}"
      })
  void whatIsNotAMessageIsRefused(String json) {
    byte[] padded = Padding.pad(json.getBytes(StandardCharsets.UTF_8));

    assertThat(MessageJson.read(padded)).isEqualTo(new Unopened<>(Reason.CONTENTS));
  }

  @Test
  void nothingButZerosMayFollowTheContents() {
    byte[] padded =
        Padding.pad("{\"kind\":\"UNSUBSCRIBE\",\"token\":\"a\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(MessageJson.read(padded)).isInstanceOf(Opened.class);
    padded[2_047] = 1;

    assertThat(MessageJson.read(padded)).isEqualTo(new Unopened<>(Reason.CONTENTS));
  }

  @Test
  void onlyACallbackComesInTheLargerBox() {
    byte[] json = "{\"kind\":\"UNSUBSCRIBE\",\"token\":\"a\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(MessageJson.read(Padding.pad(json, Padding.LARGE)))
        .isEqualTo(new Unopened<>(Reason.CONTENTS));
  }

  @Test
  void aCallbackOfNothingButQuotesDoesNotFit() {
    assertThat(MessageSeal.fits(new Callback("u", "s", "\"".repeat(2_500)))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Action.class)
  void anActionMustCarryWhatItNeedsAndNothingElse(Action action) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Act(
                    People.ID,
                    Keys.PROOF,
                    1,
                    action,
                    1,
                    null,
                    2,
                    Act.NewCode.of(ReceiptCode.random())));
  }

  @ParameterizedTest
  @EnumSource(Hurdle.class)
  void whatWasMetIsOneOfAFewWords(Hurdle hurdle) {
    Act act = Act.on(People.ID, Keys.PROOF, 2, Action.REFUSED, 1, null).met(hurdle);
    String json = new String(MessageJson.write(act), StandardCharsets.UTF_8);

    assertThat(json).contains("\"met\":\"" + hurdle.wire() + "\"");
    String other = json.replace(hurdle.wire(), "the clerk called Jan was rude");
    assertThat(MessageJson.read(Padding.pad(other.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(new Unopened<>(Reason.CONTENTS));
  }

  @Test
  void anActionThatSaysNothingOfWhatWasMetIsWrittenAsBeforeThereWasSuchAWord() {
    Act act = Act.on(People.ID, Keys.PROOF, 2, Action.FILED, 1, People.DAY);

    assertThat(new String(MessageJson.write(act), StandardCharsets.UTF_8))
        .doesNotContain("met")
        .endsWith("\"action\":\"FILED\",\"document\":1,\"on\":\"2026-11-21\"}");
  }

  @ParameterizedTest
  @EnumSource(Action.class)
  void onlyWhatIsDoneAtAnOfficeSaysWhatWasMetThere(Action action) {
    Integer weeks = action == Action.LATER ? 2 : null;
    Act.NewCode code = action == Action.NEW_CODE ? Act.NewCode.of(ReceiptCode.random()) : null;
    Integer document =
        Set.of(Action.FILED, Action.DONE, Action.REFUSED, Action.LATER, Action.LOST)
                .contains(action)
            ? 1
            : null;
    boolean atAnOffice = Set.of(Action.FILED, Action.DONE, Action.REFUSED).contains(action);

    ThrowingCallable act =
        () ->
            new Act(
                People.ID,
                Keys.PROOF,
                1,
                action,
                document,
                null,
                weeks,
                code,
                Hurdle.NO_APPOINTMENT);
    if (atAnOffice) {
      assertThatNoException().isThrownBy(act);
    } else {
      assertThatIllegalArgumentException().isThrownBy(act);
    }
  }

  @Test
  void twoEqualContactsAreOneTooMany() {
    Contact phone = Contact.of("+48500600700");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> register(People.oneInPoland(), phone, phone));
  }

  private static Register register(Situation situation, Contact... contacts) {
    ReceiptCode code = ReceiptCode.random();
    return new Register(
        code.lookup(),
        code.view(),
        code.proofHash(),
        situation,
        List.of(contacts),
        Wording.DISCREET,
        Language.BE,
        LONG_ZONE,
        new Consents(true, true),
        new JoinCode("A".repeat(32)));
  }

  private static Change change(Situation situation) {
    return new Change(
        People.ID,
        Keys.PROOF,
        1_000_000,
        situation,
        List.of(
            new ContactChange.Keep(0),
            new ContactChange.Keep(1),
            new ContactChange.Replace(200, People.longestMail(1)),
            new ContactChange.Add(People.longestMail(2))),
        Wording.DISCREET,
        Language.BE,
        LONG_ZONE,
        new Consents(true, true),
        new CommunityChange.Join(new JoinCode("A".repeat(32))),
        "абвгдежзіклм");
  }
}
