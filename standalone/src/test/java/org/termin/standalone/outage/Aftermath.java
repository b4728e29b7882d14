package org.termin.standalone.outage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.termin.guidance.Guidance;
import org.termin.guidance.ladder.StageNumber;
import org.termin.standalone.outage.LedgerEyes.Row;
import org.termin.standalone.rest.Recording.Seen;
import org.termin.standalone.rest.Recording.Told;

/**
 * What the days after an outage brought to everybody, judged by what stood in the ledger before it:
 * one message about what had come due, with the right step of each document, by day, and true.
 */
final class Aftermath {
  private final Guidance guidance;
  private final Instant back;
  private final List<String> faults = new ArrayList<>();
  private final Map<Integer, Integer> messages = new TreeMap<>();
  private final Map<Integer, Integer> hours = new TreeMap<>();
  private int waiting;
  private int daysRead;

  /**
   * @param back when everything runs again
   */
  Aftermath(Guidance guidance, Instant back) {
    this.guidance = guidance;
    this.back = back;
  }

  /**
   * @param before the household's rows as they stood when everything was still down
   * @param after the same rows days later
   * @param seen what the household received since, oldest first
   */
  void add(Household household, Map<Told, Row> before, Map<Told, Row> after, List<Seen> seen) {
    seen.forEach(message -> read(household, message));
    Set<Row> missed =
        before.values().stream()
            .filter(row -> row.unsent() && !row.dueAt().isAfter(back))
            .collect(Collectors.toSet());
    if (missed.isEmpty()) {
      return;
    }
    waiting++;
    Set<Told> about = missed.stream().map(Row::about).collect(Collectors.toSet());
    List<Seen> telling =
        seen.stream().filter(message -> message.told().stream().anyMatch(about::contains)).toList();
    messages.merge(telling.size(), 1, Integer::sum);
    if (telling.size() > 1) {
      fault(household, "told " + telling.size() + " times");
    }
    if (seen.isEmpty()) {
      fault(household, "told nothing");
    } else {
      steps(household, before, missed, seen.getFirst());
    }
    for (Row row : missed) {
      Row now = after.get(row.about());
      if (now == null || now.unsent()) {
        fault(household, "a row still waits");
      } else if (now.state().name().startsWith("EXPIRED") || now.state().name().equals("FAILED")) {
        fault(
            household,
            "stage %d of document %d, due %s, fresh until %s, ended as %s; back at %s, seen %s"
                .formatted(
                    row.about().stage(),
                    row.about().document(),
                    row.dueAt(),
                    row.notAfter(),
                    now.state(),
                    back,
                    seen.stream().map(one -> one.at() + " " + one.told()).toList()));
      }
    }
  }

  /** For each document that had something to say: its latest step of that day, fresh. */
  private void steps(Household household, Map<Told, Row> before, Set<Row> missed, Seen first) {
    Instant evening =
        household.localDay(first.at()).plusDays(1).atStartOfDay(household.zone()).toInstant();
    Set<Integer> documents =
        missed.stream().map(row -> row.about().document()).collect(Collectors.toSet());
    for (int document : documents) {
      Optional<Row> right = latest(before.values(), document, evening, first.at());
      List<Told> told = first.told().stream().filter(one -> one.document() == document).toList();
      if (right.isEmpty()) {
        continue;
      }
      if (told.size() != 1 || !told.getFirst().equals(right.get().about())) {
        fault(
            household,
            "document %d: stage %s instead of %d"
                .formatted(
                    document,
                    told.stream().map(Told::stage).toList(),
                    right.get().about().stage()));
      }
    }
    for (Told one : first.told()) {
      Row row = before.get(one);
      if (row != null && !row.notAfter().isAfter(first.at())) {
        fault(household, "a stale step");
      }
    }
  }

  /** The mail beside the first text is the lesser of the two where both are late. */
  private static Optional<Row> latest(
      Collection<Row> rows, int document, Instant evening, Instant now) {
    return rows.stream()
        .filter(row -> row.about().document() == document && row.unsent())
        .filter(row -> row.dueAt().isBefore(evening) && row.notAfter().isAfter(now))
        .max(
            Comparator.<Row>comparingInt(
                    row -> row.about().stage() == StageNumber.START_MAIL ? 0 : 1)
                .thenComparing(Row::dueAt));
  }

  private void read(Household household, Seen message) {
    LocalDate day = household.localDay(message.at());
    int hour = message.at().atZone(household.zone()).getHour();
    hours.merge(hour, 1, Integer::sum);
    if (hour < 9 || hour >= 20) {
      fault(household, "a message at " + hour);
    }
    TrueDays.Read read = TrueDays.of(message, household.plan(guidance, day), day);
    daysRead += read.checked();
    read.untrue().forEach(untrue -> fault(household, "not true: " + untrue));
  }

  private void fault(Household household, String what) {
    faults.add(household.situation().country().code() + ": " + what);
  }

  List<String> faults() {
    return faults;
  }

  int waiting() {
    return waiting;
  }

  int daysRead() {
    return daysRead;
  }

  /** How many people had their outage told in so many messages; 0: a newer step said it all. */
  Map<Integer, Integer> messages() {
    return messages;
  }

  Map<Integer, Integer> hours() {
    return hours;
  }
}
