package org.termin.standalone.demo;

import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.termin.standalone.rest.Recording.Seen;

/** Says what the households were told: counted, and three of them word for word. */
record Report(List<History> histories, Map<String, Long> deferred) {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE dd.MM.yyyy HH:mm", Locale.ROOT);

  void print(PrintWriter out) {
    out.println();
    out.printf("%d messages to %d households%n", total(), histories.size());
    table(out, "by stage", History::kind);
    table(out, "by country", (history, _) -> history.household().country().code());
    table(out, "by channel", (_, seen) -> seen.channel().toLowerCase(Locale.ROOT));
    hours(out);
    out.println();
    out.println("copies of one reminder:            " + sum(History::copies));
    out.println("second reminders of one day:       " + sum(History::crowded));
    out.println("reminders at night (20-9 local):   " + sum(History::atNight));
    out.println();
    out.println("deferred, and why");
    deferred.forEach((why, times) -> out.printf("  %-34s %6d%n", why, times));
    if (deferred.isEmpty()) {
      out.println("  nothing");
    }
    for (History history : threeWorthReading()) {
      word(out, history);
    }
  }

  private long total() {
    return sum(history -> (long) history.messages().size());
  }

  private long sum(Function<History, Long> of) {
    return histories.stream().mapToLong(of::apply).sum();
  }

  private interface Kind {
    String of(History history, Seen seen);
  }

  private void table(PrintWriter out, String title, Kind kind) {
    Map<String, Long> counts =
        histories.stream()
            .flatMap(history -> history.messages().stream().map(seen -> kind.of(history, seen)))
            .collect(Collectors.groupingBy(one -> one, TreeMap::new, Collectors.counting()));
    out.println();
    out.println(title);
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(20)
        .forEach(one -> out.printf("  %-34s %6d%n", one.getKey(), one.getValue()));
  }

  /** Local hours of everything but codes and confirmations, which answer the person at once. */
  private void hours(PrintWriter out) {
    Map<Integer, Long> counts =
        histories.stream()
            .flatMap(
                history -> history.reminders().stream().map(seen -> history.local(seen).getHour()))
            .collect(Collectors.groupingBy(one -> one, TreeMap::new, Collectors.counting()));
    long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
    out.println();
    out.println("reminders by local hour");
    counts.forEach(
        (hour, count) ->
            out.printf("  %02d  %6d  %s%n", hour, count, "#".repeat((int) (40 * count / most))));
  }

  private List<History> threeWorthReading() {
    return List.of(
            longest(
                history -> history.household().country().code().equals("PL") && by(history, "sms")),
            longest(
                history ->
                    history.household().country().code().equals("ES") && by(history, "email")),
            longest(
                history ->
                    !history.household().country().code().equals("PL")
                        && !history.household().country().code().equals("ES")))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static boolean by(History history, String channel) {
    return history.household().contacts().getFirst().channel().equals(channel);
  }

  private List<History> longest(java.util.function.Predicate<History> which) {
    return histories.stream()
        .filter(which)
        .filter(history -> history.messages().size() <= 16)
        .max(Comparator.comparingInt(history -> history.messages().size()))
        .stream()
        .toList();
  }

  private static void word(PrintWriter out, History history) {
    out.println();
    out.println("-".repeat(100));
    out.println(
        "Household " + history.household().number() + ": " + history.household().described());
    for (Seen seen : history.messages()) {
      out.println();
      out.printf(
          "  %s  %s  (%s)%n",
          WHEN.format(history.local(seen)),
          seen.channel().toLowerCase(Locale.ROOT),
          history.kind(seen));
      if (!seen.subject().isBlank()) {
        out.println("    " + seen.subject());
      }
      seen.text().lines().forEach(line -> out.println("    " + line));
    }
  }
}
