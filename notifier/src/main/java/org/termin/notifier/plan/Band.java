package org.termin.notifier.plan;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.termin.contract.words.Country;

/**
 * Two stretches of the UTC day that are daytime everywhere on their side of the ocean, all year.
 */
public enum Band {
  /** Europe, the Caucasus, Turkey, Israel. */
  EAST(LocalTime.of(10, 0), 300),
  /** Canada and the United States. */
  WEST(LocalTime.of(19, 0), 180);

  private static final Set<String> WESTERN = Set.of("CA", "US");
  private final LocalTime opens;
  private final int minutes;

  Band(LocalTime opens, int minutes) {
    this.opens = opens;
    this.minutes = minutes;
  }

  /** The band of a host country. */
  public static Band of(Country country) {
    return WESTERN.contains(country.code()) ? WEST : EAST;
  }

  /**
   * A minute of that day's band. It follows from the row's own ref, so that planning again finds
   * the same minute, while two rows of one person have nothing in common.
   */
  public Instant minuteOf(LocalDate day, byte[] ref) {
    int minute = (int) (Integer.toUnsignedLong(ByteBuffer.wrap(ref).getInt()) % minutes);
    return day.atTime(opens).plusMinutes(minute).toInstant(ZoneOffset.UTC);
  }

  /** The first such minute after an instant. */
  Instant nextMinute(Instant after, byte[] ref) {
    LocalDate day = dayOf(after);
    Instant today = minuteOf(day, ref);
    return today.isAfter(after) ? today : minuteOf(day.plusDays(1), ref);
  }

  /** The UTC day of an instant. */
  static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  /** When a day is over, in UTC. */
  static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
