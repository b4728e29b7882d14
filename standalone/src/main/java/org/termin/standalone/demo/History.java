package org.termin.standalone.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.termin.standalone.rest.Recording.Seen;

/** One household's messages, and the stages its own page says they told. */
record History(Household household, List<Seen> messages, Map<LocalDate, Set<Integer>> told) {
  static final Pattern CODE = Pattern.compile("\\b\\d{3} ?\\d{3}\\b");

  ZonedDateTime local(Seen seen) {
    return seen.at().atZone(household.country().zone());
  }

  /** What the message was about, in one word. */
  String kind(Seen seen) {
    if (CODE.matcher(seen.text()).find()) {
      return "code";
    }
    Set<Integer> stages =
        told.getOrDefault(LocalDate.ofInstant(seen.at(), ZoneOffset.UTC), Set.of());
    return stages.isEmpty()
        ? "other"
        : stages.stream().map(StageNames::of).collect(Collectors.joining(" + "));
  }

  List<Seen> reminders() {
    return messages.stream()
        // codes and confirmations answer the person at once, whatever the hour
        .filter(seen -> !kind(seen).equals("code") && !kind(seen).contains(StageNames.of(0)))
        .toList();
  }

  /** The same text to the same phone or mailbox twice, codes apart. */
  long duplicates() {
    return reminders().stream()
        .collect(
            Collectors.groupingBy(seen -> seen.to() + "\n" + seen.text(), Collectors.counting()))
        .values()
        .stream()
        .mapToLong(times -> times - 1)
        .sum();
  }

  /** Days on which one phone or mailbox got more than one reminder. */
  long crowdedDays() {
    return reminders().stream()
        .collect(
            Collectors.groupingBy(
                seen -> seen.to() + local(seen).toLocalDate(), Collectors.counting()))
        .values()
        .stream()
        .filter(times -> times > 1)
        .count();
  }

  @Override
  public String toString() {
    return "History of " + household;
  }
}
