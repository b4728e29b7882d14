package org.termin.notifier.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.sealed.Ref;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.record.Person;

/** The rows that tell of waves, one for each person and quarter. */
@Component
public class Announcing {
  private final Ledger ledger;
  private final LedgerKeys keys;

  Announcing(Ledger ledger, Keyring keyring) {
    this.ledger = ledger;
    this.keys = keyring.ledger();
  }

  /**
   * Plans one message for the next daytime, about the first of these quarters that was not told;
   * the record must be locked. Says whether there is one.
   *
   * @param quarters the first months, nearest first
   */
  public boolean tell(Person person, List<YearMonth> quarters, Instant now) {
    for (YearMonth quarter : quarters) {
      Ref ref = WaveRefs.of(person, quarter);
      if (ledger.standing(List.of(ref)).isEmpty()) {
        Band band = Band.of(person.content().situation().country());
        Instant due = band.nextMinute(now, ref.key(keys));
        // as long as a confirmation; but on the day it begins there is nothing left to prepare
        LocalDate keeps = Band.dayOf(due).plusDays(Timetable.LAST_KEEPS);
        LocalDate begins = quarter.atDay(1);
        Instant notAfter = Band.endOf(keeps.isBefore(begins) ? keeps : begins);
        ledger.put(List.of(Timetable.withoutDocument(ref, due, notAfter, 1)));
        return true;
      }
    }
    return false;
  }
}
