package org.termin.contract.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.Opening.Reason;
import org.termin.contract.sealed.Opening.Unopened;
import org.termin.contract.words.RecordState;

class ViewSealTest {

  private static final ViewKey KEY = People.CODE.view();

  @Test
  void theReceiptCodeOpensTheView() {
    PersonView view = view(People.ordinary(), 3);
    byte[] sealed = ViewSeal.seal(KEY, People.ID, 2, view);

    assertThat(sealed).hasSize(29 + 2_048);
    assertThat(ViewSeal.open(KEY, People.ID, 2, sealed).opened()).contains(view);
  }

  @Test
  void anotherCodeRowOrVersionDoesNot() {
    byte[] sealed = ViewSeal.seal(KEY, People.ID, 2, view(People.ordinary(), 0));

    Unopened<PersonView> shut = new Unopened<>(Reason.SEAL);
    assertThat(ViewSeal.open(ReceiptCode.random().view(), People.ID, 2, sealed)).isEqualTo(shut);
    assertThat(ViewSeal.open(KEY, UUID.randomUUID(), 2, sealed)).isEqualTo(shut);
    assertThat(ViewSeal.open(KEY, People.ID, 3, sealed)).isEqualTo(shut);
    assertThat(ViewSeal.open(KEY, People.ID, 2, new byte[] {2}))
        .isEqualTo(new Unopened<>(Reason.KIND));
  }

  @Test
  void anOrdinaryViewRemembersTwentyDeliveries() {
    byte[] sealed = ViewSeal.seal(KEY, People.ID, 2, view(People.ordinary(), 25));

    assertThat(ViewSeal.open(KEY, People.ID, 2, sealed).opened().orElseThrow().deliveries())
        .hasSize(20);
  }

  @Test
  void theLargestHouseholdRemembersTheNewestThatFit() {
    PersonView view = view(People.largest(), 20);
    byte[] sealed = ViewSeal.seal(KEY, People.ID, 2, view);
    List<DeliveryNote> kept =
        ViewSeal.open(KEY, People.ID, 2, sealed).opened().orElseThrow().deliveries();

    assertThat(sealed).hasSize(29 + 4_096);
    assertThat(kept).hasSizeGreaterThanOrEqualTo(5).hasSizeLessThan(20);
    assertThat(kept).isEqualTo(view.deliveries().subList(0, kept.size()));
  }

  @Test
  void aViewHoldsNoContactKeyJitterOrCommunity() {
    PersonRecord record = People.largest();
    String json =
        new String(ClosedJson.write(PersonView.class, view(record, 1)), StandardCharsets.UTF_8);

    record.contacts().forEach(slot -> assertThat(json).doesNotContain(slot.contact().value()));
    assertThat(json)
        .doesNotContain(record.viewKey().wire())
        .doesNotContain(record.proofHash().wire())
        .doesNotContain("jitter")
        .doesNotContain("community")
        .doesNotContain("undo");
  }

  private static PersonView view(PersonRecord record, int deliveries) {
    return record.view(RecordState.ACTIVE, People.deliveries(deliveries, record.situation()));
  }
}
