package org.termin.notifier.rehearsal;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Country;
import org.termin.contract.words.Language;

/** What a newer edition would change, counted over everybody; who they are is not in it. */
final class Outlook {
  private final Map<String, Row> countries = new TreeMap<>();
  private final Map<Language, Integer> languages = new EnumMap<>(Language.class);
  private final Map<Channel, Integer> messages = new EnumMap<>(Channel.class);
  private int segments;
  private int current;
  private int uncompared;
  private int unreadable;

  /**
   * One country.
   *
   * @param people registered there
   * @param moved dates that become other ones
   * @param told people who will be told so by a message of its own
   */
  record Row(int people, int moved, int told) {
    private static final Row EMPTY = new Row(0, 0, 0);

    Row plus(int moreMoved, boolean isTold) {
      return new Row(people + 1, moved + moreMoved, told + (isTold ? 1 : 0));
    }

    private Row plus(Row other) {
      return new Row(people + other.people, moved + other.moved, told + other.told);
    }
  }

  /** Somebody whose dates were compared. */
  void compared(Country country, int moved, boolean told) {
    Row row = countries.getOrDefault(country.code(), Row.EMPTY);
    countries.put(country.code(), row.plus(moved, told));
  }

  /** The message one of them will get; mails have no segments. */
  void message(Language language, Channel channel, int ofSegments) {
    languages.merge(language, 1, Integer::sum);
    messages.merge(channel, 1, Integer::sum);
    segments += ofSegments;
  }

  /** Somebody who is planned with this edition already. */
  void current() {
    current++;
  }

  /** Somebody whose edition nobody can read any more: they are planned anew and told nothing. */
  void uncompared() {
    uncompared++;
  }

  /** A record that does not open. */
  void unreadable() {
    unreadable++;
  }

  Map<String, Row> countries() {
    return countries;
  }

  Row all() {
    return countries.values().stream().reduce(Row.EMPTY, Row::plus);
  }

  Map<Language, Integer> languages() {
    return languages;
  }

  int messages(Channel channel) {
    return messages.getOrDefault(channel, 0);
  }

  int segments() {
    return segments;
  }

  int alreadyCurrent() {
    return current;
  }

  int notCompared() {
    return uncompared;
  }

  int notReadable() {
    return unreadable;
  }
}
