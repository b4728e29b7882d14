package org.termin.notifier.wave;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.words.JoinCode;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;

/**
 * Opens everybody's record, a few hundred at a time, and counts; nothing of it is kept anywhere.
 */
@Component
class Counting {
  private static final UUID FIRST = UUID.fromString("00000000-0000-0000-0000-000000000000");
  private static final int BATCH = 500;

  private final Records records;

  Counting(Records records) {
    this.records = records;
  }

  /** What was counted in one reading of everybody. */
  record Result(Counts ends, ReportCounts reports) {}

  Result of(LocalDate release, Map<JoinCode, UUID> communities) {
    Result counts = new Result(new Counts(communities), new ReportCounts());
    UUID after = FIRST;
    List<UUID> ids;
    do {
      ids = records.livingAfter(after, BATCH);
      for (Found found : records.open(ids).values()) {
        found.here().map(Person::content).ifPresent(record -> add(counts, record, release));
      }
      after = ids.isEmpty() ? after : ids.getLast();
    } while (ids.size() == BATCH);
    return counts;
  }

  private static void add(Result counts, PersonRecord record, LocalDate release) {
    Ends.of(record, release).ifPresent(counts.ends()::add);
    Reported.of(record, release).ifPresent(counts.reports()::add);
  }
}
