package org.termin.contract.event;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The topics, who writes them, and the little that every record has in common. */
public final class Topics {

  public static final String REGISTRATIONS = "termin.registrations.v1";
  public static final String EXPIRY_EVENTS = "termin.expiry-events.v1";
  public static final String DELIVERIES = "termin.deliveries.v1";

  /** All topics that carry events. */
  public static final List<String> ALL = List.of(REGISTRATIONS, EXPIRY_EVENTS, DELIVERIES);

  /** Appended to a topic's name for what a listener could not read. */
  public static final String DEAD_LETTER_SUFFIX = ".dlt";

  public static final int PARTITIONS = 12;
  public static final Duration RETENTION = Duration.ofDays(3);
  public static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(7);

  /**
   * How far a record's time may lie ahead of the broker's clock. Kafka's own hour would refuse the
   * next day's start, and so everything a service says whose clock has passed midnight too early.
   */
  public static final Duration MOST_AHEAD = Duration.ofDays(3);

  private Topics() {}

  /** Where unreadable records of a topic go. */
  public static String deadLetters(String topic) {
    return topic + DEAD_LETTER_SUFFIX;
  }

  /** The topic an event belongs to. */
  public static String of(Event event) {
    return switch (event) {
      case InboxHint _ -> REGISTRATIONS;
      case ExpiryDue _ -> EXPIRY_EVENTS;
      case DeliveryChanged _ -> DELIVERIES;
    };
  }

  /** The record timestamp: the start of the UTC day, because the minute would tell too much. */
  public static long timestamp(Instant now) {
    return now.truncatedTo(ChronoUnit.DAYS).toEpochMilli();
  }
}
