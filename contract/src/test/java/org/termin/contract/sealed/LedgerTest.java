package org.termin.contract.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.contract.sealed.BudgetKeys.Scope;
import org.termin.contract.sealed.Opening.Opened;
import org.termin.contract.sealed.Opening.Unopened;
import org.termin.contract.sealed.Tokens.Use;
import org.termin.contract.words.Contact;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentType;

class LedgerTest {
  private static final Country PL = new Country("PL");

  private static final UUID ROW = UUID.randomUUID();
  private static final LedgerKeys OTHER = LedgerKeys.of(Keys.file(0x12));
  private static final Contact PHONE = Contact.of("+48500600700");

  @Test
  void aSealedReferenceOpensOnItsRowOnly() {
    Ref ref = new Ref(People.ID, 255, 70_000, 60);
    byte[] sealed = SealedRef.seal(Keys.LEDGER, ROW, ref);

    assertThat(sealed).hasSize(50);
    assertThat(SealedRef.open(Keys.LEDGER, ROW, sealed)).isEqualTo(new Opened<>(ref));
    assertThat(SealedRef.open(Keys.LEDGER, UUID.randomUUID(), sealed)).isInstanceOf(Unopened.class);
    assertThat(SealedRef.open(OTHER, ROW, sealed)).isInstanceOf(Unopened.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 12, AttemptSeal.MOST_REMINDERS})
  void anAttemptHidesHowManyRowsItTells(int rows) {
    List<UUID> reminders = Stream.generate(UUID::randomUUID).limit(rows).toList();
    AttemptSeal.Contents contents = new AttemptSeal.Contents(People.ID, 254, reminders);
    byte[] sealed = AttemptSeal.seal(Keys.LEDGER, ROW, contents);

    assertThat(sealed).hasSize(1_024 + Gcm.OVERHEAD);
    assertThat(AttemptSeal.open(Keys.LEDGER, ROW, sealed)).isEqualTo(new Opened<>(contents));
    assertThat(AttemptSeal.open(Keys.LEDGER, UUID.randomUUID(), sealed))
        .isInstanceOf(Unopened.class);
  }

  @ParameterizedTest
  @EnumSource(Use.class)
  void aTokenIsGoodForItsOwnUseOnly(Use use) {
    String token = Tokens.of(Keys.LEDGER, use, ROW);

    assertThat(token).hasSize(43);
    for (Use other : Use.values()) {
      assertThat(Tokens.attempt(Keys.LEDGER, other, token).isPresent()).isEqualTo(other == use);
    }
    assertThat(Tokens.attempt(Keys.LEDGER, use, token)).contains(ROW);
    assertThat(Tokens.attempt(OTHER, use, token)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "!!!!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void aForeignTokenIsNobodys(String token) {
    assertThat(Tokens.attempt(Keys.LEDGER, Use.CALLBACK, token)).isEmpty();
    assertThat(StopToken.open(Keys.LEDGER, token)).isEmpty();
  }

  @Test
  void aStopTokenNamesItsContactByItself() {
    StopToken stop = new StopToken(People.ID, 3);
    String token = stop.seal(Keys.LEDGER);

    assertThat(token).hasSize(60);
    assertThat(StopToken.open(Keys.LEDGER, token)).contains(stop);
    assertThat(StopToken.open(OTHER, token)).isEmpty();
  }

  @Test
  void aStoppedContactOpensUnderItsIndex() {
    EpochKeys keys = Keys.epoch(7);
    for (Contact contact : List.of(PHONE, People.longestMail(1))) {
      byte[] index = ContactIndex.of(keys, contact);
      byte[] sealed = StoppedSeal.seal(keys, contact);

      assertThat(sealed).hasSize(4 + 256 + Gcm.OVERHEAD);
      assertThat(StoppedSeal.epoch(sealed)).hasValue(7);
      assertThat(StoppedSeal.open(keys, index, sealed)).isEqualTo(new Opened<>(contact));
      assertThat(StoppedSeal.open(keys, new byte[16], sealed)).isInstanceOf(Unopened.class);
      assertThat(StoppedSeal.open(Keys.epoch(8), index, sealed)).isInstanceOf(Unopened.class);
    }
  }

  @Test
  void aHeldAnswerOpensForItsOwnerOnlyAndShowsNoLength() {
    List<HeldReplySeal.Document> most =
        IntStream.rangeClosed(1, 12).mapToObj(n -> new HeldReplySeal.Document(n, 70_000)).toList();
    for (List<HeldReplySeal.Document> documents :
        List.of(List.<HeldReplySeal.Document>of(), most)) {
      HeldReplySeal.Contents held = new HeldReplySeal.Contents(People.ID, 254, 9, documents);
      byte[] owner = ReplyKeys.owner(Keys.LEDGER, People.ID, 254);
      byte[] sealed = HeldReplySeal.seal(Keys.LEDGER, owner, held);

      assertThat(sealed).hasSize(128 + Gcm.OVERHEAD);
      assertThat(HeldReplySeal.open(Keys.LEDGER, owner, sealed)).isEqualTo(new Opened<>(held));
      assertThat(HeldReplySeal.open(Keys.LEDGER, new byte[16], sealed))
          .isInstanceOf(Unopened.class);
      assertThat(HeldReplySeal.open(OTHER, owner, sealed)).isInstanceOf(Unopened.class);
    }
  }

  @Test
  void keysDifferInEveryPartTheyAreMadeOf() {
    EpochKeys keys = Keys.epoch(7);
    LocalDate day = LocalDate.of(2026, 11, 21);
    Instant window = Instant.parse("2026-11-21T10:00:00Z");

    assertThat(
            Stream.of(
                    ContactIndex.of(keys, PHONE),
                    ContactIndex.of(Keys.epoch(8), PHONE),
                    DayKey.of(keys, PHONE, day),
                    DayKey.of(keys, PHONE, day.plusDays(1)),
                    ReplyKeys.day(keys, PHONE, day),
                    ReplyKeys.day(keys, PHONE, day.plusDays(1)),
                    ReplyKeys.owner(Keys.LEDGER, People.ID, 0),
                    ReplyKeys.owner(Keys.LEDGER, People.ID, 1),
                    ReplyKeys.seen(Keys.LEDGER, "SM1"),
                    ReplyKeys.seen(Keys.LEDGER, "SM2"),
                    ToldKey.of(keys, PHONE, DocumentType.PASSPORT, day, 5, PL, 3),
                    ToldKey.of(keys, PHONE, DocumentType.RESIDENCE_PERMIT, day, 5, PL, 3),
                    ToldKey.of(keys, PHONE, DocumentType.PASSPORT, day.plusDays(1), 5, PL, 3),
                    ToldKey.of(keys, PHONE, DocumentType.PASSPORT, null, 5, PL, 3),
                    ToldKey.of(keys, PHONE, DocumentType.PASSPORT, day, 6, PL, 3),
                    ToldKey.of(keys, PHONE, DocumentType.PASSPORT, day, 6, PL, 4),
                    ToldKey.of(keys, PHONE, DocumentType.PASSPORT, day, 6, new Country("LT"), 3),
                    BudgetKeys.of(keys, Scope.CODE_COUNTRY, "PL", window),
                    BudgetKeys.of(keys, Scope.CODE_COUNTRY, "LT", window),
                    BudgetKeys.of(keys, Scope.CODE_MONEY, "PL", window),
                    BudgetKeys.of(keys, Scope.CODE_COUNTRY, "PL", window.plusSeconds(3_600)))
                .map(HexFormat.of()::formatHex)
                .toList())
        .doesNotHaveDuplicates()
        .allSatisfy(key -> assertThat(key).hasSize(32));
  }

  @Test
  void aVerificationCodeIsReadWithSpaces() {
    VerificationCode code = VerificationCode.of(Keys.epoch(7), People.ID, 0, 1);
    String digits = code.digits();

    assertThat(code.matches(digits.substring(0, 3) + " " + digits.substring(3))).isTrue();
    assertThat(code.matches("")).isFalse();
    assertThat(code.toString()).doesNotContain(digits);
    assertThat(VerificationCode.of(Keys.epoch(7), People.ID, 0, 2).digits())
        .asInstanceOf(InstanceOfAssertFactories.STRING)
        .matches("[0-9]{6}")
        .isNotEqualTo(digits);
  }
}
