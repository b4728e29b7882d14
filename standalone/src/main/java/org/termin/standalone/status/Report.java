package org.termin.standalone.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A sheet in lines for people. What is not known is said to be unknown, never nought. */
record Report(Sheet sheet) {
  private static final int LABEL = 38;
  private static final List<String> SENT = List.of("accepted", "delivered", "undelivered");
  private static final List<String> REMINDER = List.of("reminder");
  private static final List<String> OTHERS = List.of("code", "sample", "answer", "notice");

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        line("reminders due and not sent", count("termin.reminders", "state=due") + oldest("due")));
    lines.add(line("  too late", count("termin.reminders", "state=late")));
    lines.add(line("  announced on Kafka", count("termin.reminders", "state=queued")));
    lines.add(line("messages under way", count("termin.attempts", "state=sending")));
    lines.add(
        line("  outcome unknown", count("termin.attempts", "state=unknown") + oldest("unknown")));
    lines.add(line("today by text", today("sms")));
    lines.add(line("today by mail", today("email")));
    lines.add(line("put off since the notifier started", putOff()));
    lines.add(line("entries nobody has read", count("termin.inbox.waiting") + oldest("inbox")));
    lines.add(line("last look for due reminders", age("scan", " ago", "never")));
    lines.add(line("ways out", way("sms", "text") + ", " + way("email", "mail")));
    lines.add(line("dead letters since the start", count("termin.dead.letters")));
    lines.add(line("money for texts today", money("spent") + " of " + money("most")));
    lines.add(
        line(
            "facts behind the rules",
            "%s current, %s old, %s ended"
                .formatted(facts("current"), facts("old"), facts("ended"))));
    lines.add(
        line(
            "keys",
            "%s living, the newest %s old, %s to be destroyed by now"
                .formatted(
                    count("termin.keys", "state=living"),
                    age("newest-key", "", "unknown"),
                    count("termin.keys", "state=late"))));
    lines.add(line("last backup reported", age("backup", " ago", "none")));
    lines.add(line("alarms", sheet.alarms().isEmpty() ? "none" : ""));
    sheet.alarms().forEach((name, advice) -> lines.add("  " + name + ": " + advice));
    return lines;
  }

  private static String line(String label, String value) {
    return label + " ".repeat(Math.max(1, LABEL - label.length())) + value;
  }

  private String today(String channel) {
    return "%,d reminders sent, %,d of them delivered, %,d other messages"
        .formatted(
            sheet.today(channel, REMINDER, SENT),
            sheet.today(channel, REMINDER, List.of("delivered")),
            sheet.today(channel, OTHERS, SENT));
  }

  private String putOff() {
    String all =
        sheet
            .putOff()
            .map(one -> "%s %,d".formatted(one.getKey(), Math.round(one.getValue())))
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "nothing" : all;
  }

  private String way(String channel, String name) {
    OptionalDouble open = sheet.figure("termin.channel.open", "channel=" + channel);
    return name + (open.isEmpty() ? " not wanted" : open.getAsDouble() > 0 ? " open" : " CLOSED");
  }

  private String facts(String state) {
    return count("termin.guidance.facts", "state=" + state);
  }

  private String money(String state) {
    OptionalDouble money = sheet.figure("termin.money", "state=" + state);
    return money.isEmpty()
        ? "unknown"
        : String.format(Locale.ROOT, "%,.2f", money.getAsDouble() / 10_000);
  }

  private String count(String name, String... tags) {
    OptionalDouble value = sheet.figure(name, tags);
    return value.isEmpty() ? "unknown" : "%,d".formatted(Math.round(value.getAsDouble()));
  }

  private String oldest(String of) {
    OptionalDouble age = sheet.figure("termin.age", "of=" + of);
    return age.isEmpty() || age.getAsDouble() == 0
        ? ""
        : ", the oldest for " + words(age.getAsDouble());
  }

  private String age(String of, String after, String unknown) {
    OptionalDouble age = sheet.figure("termin.age", "of=" + of);
    return age.isEmpty() ? unknown : words(age.getAsDouble()) + after;
  }

  private static String words(double seconds) {
    Duration age = Duration.ofSeconds(Math.round(seconds));
    if (age.compareTo(Duration.ofMinutes(2)) < 0) {
      return age.toSeconds() + " s";
    }
    if (age.compareTo(Duration.ofHours(2)) < 0) {
      return age.toMinutes() + " min";
    }
    return age.compareTo(Duration.ofDays(2)) < 0 ? age.toHours() + " h" : age.toDays() + " days";
  }
}
