package org.termin.notifier.verification;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.words.ContactState;
import org.termin.notifier.channel.Credentials;
import org.termin.notifier.record.Person;

/**
 * A phone that writes to us while its code waits: the code moves to the front. Senders can be
 * forged, so nothing is believed of it but that the phone should get its code, within the budgets.
 */
@Component
public class CallIn {
  private final JdbcClient db;
  private final CodeLimits limits;
  private final boolean phonesCanWrite;

  CallIn(JdbcClient db, CodeLimits limits, Credentials credentials) {
    this.db = db;
    this.limits = limits;
    this.phonesCanWrite = limits.keeps() && credentials.takesAnswers();
  }

  /**
   * Moves what waits at those slots of locked people to the front, no more at a time than a phone
   * may get in a day: somebody may have signed it up a thousand times. True if anything waits.
   */
  public boolean toFront(Map<Person, List<ContactSlot>> all) {
    List<WaitingCodes.Place> places =
        all.entrySet().stream()
            .flatMap(
                entry ->
                    entry.getValue().stream()
                        .filter(slot -> slot.state() == ContactState.AWAITING)
                        .map(slot -> new WaitingCodes.Place(entry.getKey().id(), slot.slot())))
            .toList();
    return phonesCanWrite && !places.isEmpty() && move(places) > 0;
  }

  private int move(List<WaitingCodes.Place> places) {
    return db.sql(
            """
            with front as (
              select v.registration, v.slot from people.verification v
                join unnest(:ids::uuid[], :slots) as w (registration, slot) using (registration, slot)
               where v.attempt is null
               order by v.called_in desc, random() limit :most)
            update people.verification v
               set called_in = true,
                   send_at = case when v.called_in then v.send_at
                             else least(v.send_at, app.now()) end
              from front f where v.registration = f.registration and v.slot = f.slot
            """)
        .param(
            "ids",
            places.stream().map(place -> place.registration().toString()).toArray(String[]::new))
        .param("slots", places.stream().mapToInt(WaitingCodes.Place::slot).toArray())
        .param("most", limits.destination())
        .update();
  }
}
