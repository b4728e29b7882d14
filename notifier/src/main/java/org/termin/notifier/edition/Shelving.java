package org.termin.notifier.edition;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.termin.guidance.pack.Published;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;

/**
 * Puts this notifier's edition into the store when it starts, before anybody is planned with it:
 * the next one will be compared with it.
 */
@Component
@Profile("!rehearsal")
class Shelving {
  Shelving(Editions editions, Shelf shelf, Alarms alarms) {
    Published published = editions.own().published();
    String hash = shelf.put(editions.own().number(), published.hash(), published.set());
    shelf.clear();
    alarms.set(Alarm.RULES_UNNUMBERED, hash.equals(published.hash()) ? 0 : 1);
  }
}
