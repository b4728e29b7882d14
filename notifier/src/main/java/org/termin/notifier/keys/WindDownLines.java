package org.termin.notifier.keys;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.termin.notifier.keys.WindDownLog.Card;
import org.termin.notifier.keys.WindDownLog.Event;
import org.termin.notifier.keys.WindDownLog.History;
import org.termin.notifier.keys.WindDownLog.Standing;

/** What the lines of the log come to: one word after the other, and where it stands then. */
final class WindDownLines {
  private static final Standing NEVER = new Standing.Running(0, Instant.EPOCH);

  private WindDownLines() {}

  static History history(List<String> lines) {
    List<Card> cards = new ArrayList<>();
    Standing standing = NEVER;
    for (String line : lines) {
      String[] parts = line.split(",", -1);
      try {
        // a line torn by a crash was never relied on
        if (parts.length == 3) {
          Event event = Event.valueOf(parts[1]);
          if (event == Event.CARD) {
            cards.add(Card.of(parts[2]));
          } else {
            standing = after(standing, event, Instant.parse(parts[0]), parts[2]);
          }
        }
      } catch (IllegalArgumentException | DateTimeException torn) {
        continue;
      }
    }
    return new History(cards, standing);
  }

  private static Standing after(Standing before, Event event, Instant at, String value) {
    return switch (before) {
      case Standing.Ended ended -> ended;
      case Standing.Closing(int number, Instant agreed, LocalDate until) ->
          switch (event) {
            // of two logs that parted and were joined, either may say less than people were told
            case EXTENDED -> new Standing.Closing(number, agreed, later(until, value));
            case AGREED ->
                new Standing.Closing(number, at.isAfter(agreed) ? at : agreed, later(until, value));
            case TAKEN_BACK -> new Standing.Running(number, at);
            case ENDED -> new Standing.Ended(at);
            case CARD, PROPOSED -> before;
          };
      case Standing.Running(int takenBack, Instant _) -> after(takenBack, before, event, at, value);
      case Standing.Proposed(int takenBack, String _, Instant _) ->
          after(takenBack, before, event, at, value);
    };
  }

  private static LocalDate later(LocalDate until, String value) {
    LocalDate other = LocalDate.parse(value);
    return other.isAfter(until) ? other : until;
  }

  private static Standing after(
      int takenBack, Standing before, Event event, Instant at, String value) {
    return switch (event) {
      case PROPOSED -> new Standing.Proposed(takenBack, value, at);
      case AGREED -> new Standing.Closing(takenBack + 1, at, LocalDate.parse(value));
      case TAKEN_BACK -> new Standing.Running(takenBack, at);
      case CARD, EXTENDED, ENDED -> before;
    };
  }
}
