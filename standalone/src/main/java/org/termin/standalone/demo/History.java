package org.termin.standalone.demo;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.termin.standalone.rest.Recording.Seen;
import org.termin.standalone.rest.Recording.Told;

/** One household's messages, oldest first, and what they told. */
record History(Household household, List<Seen> messages) {
  static final Pattern CODE = Pattern.compile("\\b\\d{3} ?\\d{3}\\b");

  private static final int CONFIRMATION = 0;

  /** What came to this household's phone and mailbox. */
  static History of(Household household, List<Seen> inbox) {
    List<String> own = household.contacts().stream().map(Household.Reach::value).toList();
    return new History(household, inbox.stream().filter(seen -> own.contains(seen.to())).toList());
  }

  ZonedDateTime local(Seen seen) {
    return seen.at().atZone(household.country().zone());
  }

  /** What the message was about, in one word for each stage. */
  String kind(Seen seen) {
    if (seen.told().isEmpty()) {
      return CODE.matcher(seen.text()).find() ? "code" : "other";
    }
    return seen.told().stream()
        .map(Told::stage)
        .sorted()
        .distinct()
        .map(StageNames::of)
        .distinct()
        .collect(Collectors.joining(" + "));
  }

  /** Codes, answers and confirmations answer the person at once, whatever the hour. */
  List<Seen> reminders() {
    return messages.stream()
        .filter(seen -> !seen.told().isEmpty())
        .filter(seen -> seen.told().stream().noneMatch(told -> told.stage() == CONFIRMATION))
        .toList();
  }

  /** How often a reason was told that had been told before; two reasons may use the same words. */
  long copies() {
    return beyondFirst(reminders().stream().flatMap(seen -> seen.told().stream()), told -> told);
  }

  /** Reminders beyond the first on one local day of one phone or mailbox. */
  long crowded() {
    return beyondFirst(reminders().stream(), seen -> seen.to() + local(seen).toLocalDate());
  }

  /** Reminders before nine and from eight in the evening, local time. */
  long atNight() {
    return reminders().stream()
        .mapToInt(seen -> local(seen).getHour())
        .filter(hour -> hour < 9 || hour >= 20)
        .count();
  }

  private static <T> long beyondFirst(Stream<T> all, Function<T, Object> same) {
    return all.collect(Collectors.groupingBy(same, Collectors.counting())).values().stream()
        .mapToLong(times -> times - 1)
        .sum();
  }

  @Override
  public String toString() {
    return "History of " + household;
  }
}
