package org.termin.notifier.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Contact;
import org.termin.notifier.House;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

/** Rows of an earlier hour open, as they are genuine; a stop is not undone by them. */
class RolledBackTest {
  @Test
  void aContactThatStoppedIsNotRevivedByItsRowsOfBefore() {
    TestStore store = TestStore.fresh();
    store.freezeClock(Instant.parse("2026-11-23T09:00:00Z"));
    try (House house = House.on(store)) {
      Contact phone = Samples.polishPhone(1);
      ReceiptCode code = ReceiptCode.random();
      UUID id =
          house.register(
              code,
              Samples.register(code, Samples.passport("PL", LocalDate.of(2028, 3, 1)), phone));
      Tables tables = new Tables(store);
      tables.keep();
      house.reply(phone, "STOP");
      int before = house.provider().postsTo(phone.value()).size();
      tables.putBack();
      assertThat(house.person(id).confirmed()).hasSize(1);
      house.runWhateverIsScheduled();
      house.deliver();
      assertThat(house.provider().postsTo(phone.value())).hasSize(before);
      // at its second look the notifier has mended the record itself
      house.runWhateverIsScheduled();
      assertThat(house.person(id).confirmed()).isEmpty();
      store.advance(Duration.ofHours(2));
      house.deliver();
      assertThat(house.provider().postsTo(phone.value())).hasSize(before);
    }
  }
}
