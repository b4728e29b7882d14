package org.termin.contract.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.termin.contract.words.AttemptState;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactState;

class PersonRecordTest {

  private static final PersonRecord RECORD = People.ordinary();

  @Test
  void aNewMessageComesFirstAndNewsOfItStaysInPlace() {
    List<DeliveryNote> notes = People.deliveries(20, RECORD.situation());
    DeliveryNote sent =
        DeliveryNote.of(UUID.randomUUID(), People.DAY, 0, AttemptState.DISPATCHED, List.of());

    List<DeliveryNote> after = sent.into(notes);
    assertThat(after).hasSize(20).startsWith(sent, notes.getFirst());
    DeliveryNote news = notes.getFirst().in(AttemptState.DELIVERED);
    assertThat(news.into(after)).hasSize(20).startsWith(sent, news);
  }

  @Test
  void aDocumentNumberIsNeverFreeAgain() {
    PersonRecord larger = RECORD.with(People.largestHousehold());

    assertThat(larger.nextDocument()).isEqualTo(213);
    assertThat(larger.with(People.oneInPoland()).nextDocument()).isEqualTo(213);
  }

  @Test
  void aContactTakesItsSlotOnly() {
    ContactSlot stopped = RECORD.contacts().getFirst().in(ContactState.STOPPED);

    assertThat(RECORD.with(stopped).slot(0)).contains(stopped);
    assertThat(RECORD.with(stopped).confirmed()).isEmpty();
    assertThat(RECORD.confirmed()).hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                RECORD
                    .draft()
                    .contacts(
                        List.of(
                            new ContactSlot(
                                1, Contact.of("a@example.org"), ContactState.AWAITING, 0)))
                    .done());
  }

  @Test
  void nothingOfARecordPrintsItself() {
    assertThat("" + RECORD + RECORD.contacts() + RECORD.draft() + RECORD.later() + RECORD.undo())
        .doesNotContain("+48", "бяроза", "2027", "PL");
  }
}
