package org.termin.contract.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.Opening.Opened;
import org.termin.contract.sealed.Opening.Reason;
import org.termin.contract.sealed.Opening.Unopened;
import org.termin.contract.words.Alert;
import org.termin.contract.words.Country;
import org.termin.contract.words.Hurdle;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.Situation;

class RecordSealTest {

  private static final EpochKeys KEYS = Keys.epoch(7);

  @Test
  void aRecordOpensUnderItsOwnRow() {
    byte[] sealed = sealed(People.ordinary());

    assertThat(sealed).hasSize(2_081);
    assertThat(RecordSeal.epoch(sealed)).hasValue(7);
    assertThat(RecordSeal.open(KEYS, People.ID, 3, RecordState.ACTIVE, sealed))
        .isEqualTo(new Opened<>(People.ordinary()));
  }

  @Test
  void theLargestHouseholdFitsIntoTheLargerBox() {
    byte[] sealed = sealed(People.largest());

    assertThat(sealed).hasSize(33 + 4_096);
    assertThat(RecordSeal.open(KEYS, People.ID, 3, RecordState.ACTIVE, sealed))
        .isEqualTo(new Opened<>(People.largest()));
  }

  @Test
  void anAlertIsAsLongAsAResident() {
    PersonRecord waiting =
        People.ordinary()
            .draft()
            .situation(Situation.waiting(new Country("PL"), new Alert(1_000)))
            .done();
    byte[] sealed = sealed(waiting);
    byte[] view =
        ViewSeal.seal(waiting.viewKey(), People.ID, 3, waiting.view(RecordState.ACTIVE, List.of()));
    byte[] residents =
        ViewSeal.seal(
            waiting.viewKey(), People.ID, 3, People.ordinary().view(RecordState.ACTIVE, List.of()));

    assertThat(sealed).hasSameSizeAs(sealed(People.ordinary()));
    assertThat(view).hasSameSizeAs(residents);
    assertThat(RecordSeal.open(KEYS, People.ID, 3, RecordState.ACTIVE, sealed))
        .isEqualTo(new Opened<>(waiting));
  }

  @Test
  void aHouseholdIsWrittenAsBeforeThereWereAlerts() {
    String json =
        new String(ClosedJson.write(PersonRecord.class, People.ordinary()), StandardCharsets.UTF_8);
    assertThat(json).contains("\"situation\"").doesNotContain("alert");
  }

  @Test
  void aRecordDoesNotOpenUnderAnotherId() {
    assertThat(
            RecordSeal.open(
                KEYS, UUID.randomUUID(), 3, RecordState.ACTIVE, sealed(People.ordinary())))
        .isEqualTo(new Unopened<>(Reason.SEAL));
  }

  @Test
  void aRolledBackVersionDoesNotOpen() {
    assertThat(RecordSeal.open(KEYS, People.ID, 4, RecordState.ACTIVE, sealed(People.ordinary())))
        .isEqualTo(new Unopened<>(Reason.SEAL));
  }

  @Test
  void aFlippedStateDoesNotOpen() {
    assertThat(RecordSeal.open(KEYS, People.ID, 3, RecordState.PAUSED, sealed(People.ordinary())))
        .isEqualTo(new Unopened<>(Reason.SEAL));
  }

  @Test
  void aRecordOfAnotherEpochSaysSo() {
    assertThat(
            RecordSeal.open(
                Keys.epoch(8), People.ID, 3, RecordState.ACTIVE, sealed(People.ordinary())))
        .isEqualTo(new Unopened<>(Reason.EPOCH));
  }

  @Test
  void aRelabelledEpochDoesNotOpen() {
    byte[] sealed = sealed(People.ordinary());
    sealed[4] = 8;

    assertThat(RecordSeal.open(Keys.epoch(8), People.ID, 3, RecordState.ACTIVE, sealed))
        .isEqualTo(new Unopened<>(Reason.SEAL));
  }

  @Test
  void aMessageIsNeverReadAsARecord() {
    byte[] message =
        MessageSeal.seal(KEYS.publicKey(), People.ID, new Resend(People.ID, Keys.PROOF, 0));

    assertThat(RecordSeal.open(KEYS, People.ID, 3, RecordState.ACTIVE, message))
        .isEqualTo(new Unopened<>(Reason.KIND));
    assertThat(RecordSeal.open(KEYS, People.ID, 3, RecordState.ACTIVE, new byte[0]))
        .isEqualTo(new Unopened<>(Reason.KIND));
  }

  @Test
  void everySingleFlippedByteKeepsItShut() {
    byte[] sealed = sealed(People.ordinary());
    for (int i = 0; i < sealed.length; i += 13) {
      sealed[i] ^= 1;
      assertThat(RecordSeal.open(KEYS, People.ID, 3, RecordState.ACTIVE, sealed))
          .isInstanceOf(Unopened.class);
      sealed[i] ^= 1;
    }
  }

  @Test
  void anUnknownFieldIsNotContents() {
    String json =
        new String(ClosedJson.write(PersonRecord.class, People.ordinary()), StandardCharsets.UTF_8);
    String extended = json.substring(0, json.length() - 1) + ",\"name\":\"x\"}";

    assertThat(ClosedJson.read(PersonRecord.class, extended.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new Unopened<>(Reason.CONTENTS));
    assertThat(ClosedJson.read(PersonRecord.class, json.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new Opened<>(People.ordinary()));
  }

  @Test
  void aRecordThatSaysNothingOfWhatWasMetIsWrittenAsBeforeThereWasSuchAField() {
    String json =
        new String(ClosedJson.write(PersonRecord.class, People.ordinary()), StandardCharsets.UTF_8);

    assertThat(json).endsWith("\"undo\":[]}").doesNotContain("met");
  }

  @Test
  void ofWhatWasMetARecordSaysAWordAndAMonth() {
    Met met = new Met(Hurdle.CONSULAR_PROOF, YearMonth.of(2026, 11));
    PersonRecord record = People.ordinary().draft().met(met).done();
    String json = new String(ClosedJson.write(PersonRecord.class, record), StandardCharsets.UTF_8);

    assertThat(json).endsWith(",\"met\":[\"consular-proof\",\"2026-11\"]}");
    assertThat(RecordSeal.open(KEYS, People.ID, 3, RecordState.ACTIVE, sealed(record)))
        .isEqualTo(new Opened<>(record));
    assertThat("" + met).isEqualTo("Met");
  }

  private static byte[] sealed(PersonRecord record) {
    return RecordSeal.seal(KEYS, People.ID, 3, RecordState.ACTIVE, record);
  }
}
