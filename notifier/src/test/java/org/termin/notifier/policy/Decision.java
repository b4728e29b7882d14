package org.termin.notifier.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Country;
import org.termin.contract.words.RecordState;
import org.termin.notifier.policy.Verdict.Defer;
import org.termin.notifier.policy.Verdict.End;
import org.termin.notifier.policy.Verdict.Pass;

/** One line of {@code gate-decisions.md}; an empty cell is an ordinary circumstance. */
record Decision(
    String name,
    String time,
    String place,
    String person,
    String contact,
    String message,
    String actBy,
    String stale,
    String toldToday,
    String lastText,
    String channel,
    String money,
    String then,
    String because) {

  private static final DateTimeFormatter DAY = formatter("EEE dd.MM.yyyy");
  private static final DateTimeFormatter MINUTE = formatter("EEE dd.MM.yyyy HH:mm");
  private static final DateTimeFormatter SHORT = formatter("dd.MM.yyyy HH:mm");

  private record Place(String country, String zone) {}

  private static final Map<String, Place> PLACES =
      Map.of(
          "Warsaw", new Place("PL", "Europe/Warsaw"),
          "Vilnius", new Place("LT", "Europe/Vilnius"),
          "Tbilisi", new Place("GE", "Asia/Tbilisi"),
          "Istanbul", new Place("TR", "Europe/Istanbul"),
          "Jerusalem", new Place("IL", "Asia/Jerusalem"),
          "London", new Place("GB", "Europe/London"),
          "New York", new Place("US", "America/New_York"));

  /** Reads one line of the table. */
  static Decision of(String line) {
    List<String> c =
        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList().subList(1, 15);
    return new Decision(
        c.get(0), c.get(1), c.get(2), c.get(3), c.get(4), c.get(5), c.get(6), c.get(7), c.get(8),
        c.get(9), c.get(10), c.get(11), c.get(12), c.get(13));
  }

  Case facts() {
    Instant now = at(LocalDateTime.parse(or(time, "Wed 13.01.2027 12:00"), MINUTE));
    return new Case(
        now,
        zone(),
        new Country(where().country()),
        state(),
        !message.equals("nothing"),
        channelOf(),
        contact.equals("refused"),
        actBy.isEmpty() ? null : LocalDate.parse(actBy, DAY),
        stale.isEmpty() ? now.plus(Duration.ofDays(30)) : at(LocalDateTime.parse(stale, SHORT)),
        message.equals("confirmation"),
        Set.of("last call", "after expiry", "end of service").contains(message),
        toldToday.equals("yes"),
        lastText.isEmpty() ? null : LocalDate.parse(lastText, DAY),
        channel.isEmpty() ? null : closedUntil(now),
        money.equals("spent"),
        message.equals("end of service"));
  }

  private @Nullable RecordState state() {
    return switch (or(person, "active")) {
      case "active" -> RecordState.ACTIVE;
      case "paused" -> RecordState.PAUSED;
      case "unreachable" -> RecordState.UNREACHABLE;
      case "erased" -> null;
      default -> throw new IllegalArgumentException("no such person: " + person);
    };
  }

  private @Nullable Channel channelOf() {
    return switch (or(contact, "phone")) {
      case "phone", "refused" -> Channel.SMS;
      case "mail" -> Channel.EMAIL;
      case "none" -> null;
      default -> throw new IllegalArgumentException("no such contact: " + contact);
    };
  }

  private Instant closedUntil(Instant now) {
    LocalTime until = LocalTime.parse(channel.replace("closed until ", ""));
    return now.atZone(zone()).with(until).toInstant();
  }

  /** A verdict in the words of the table's last two columns. */
  List<String> words(Verdict verdict) {
    return switch (verdict) {
      case Pass() -> List.of("goes", "");
      case Defer(Instant until, Rule rule) ->
          List.of(
              until.equals(Instant.MAX)
                  ? "waits until asked"
                  : "waits until " + MINUTE.format(until.atZone(zone())),
              rule.tag());
      case End(var state, Rule rule) ->
          List.of("ends as " + state.name().toLowerCase(Locale.ROOT).replace('_', ' '), rule.tag());
    };
  }

  private Place where() {
    Place place = PLACES.get(or(place(), "Warsaw"));
    if (place == null) {
      throw new IllegalArgumentException("no such place: " + place());
    }
    return place;
  }

  private ZoneId zone() {
    return ZoneId.of(where().zone());
  }

  private Instant at(LocalDateTime local) {
    return local.atZone(zone()).toInstant();
  }

  private static String or(String cell, String ordinary) {
    return cell.isEmpty() ? ordinary : cell;
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  @Override
  public String toString() {
    return name;
  }
}
