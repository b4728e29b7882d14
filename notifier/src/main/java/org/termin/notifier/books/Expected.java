package org.termin.notifier.books;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.DeliveryNote;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.Channel;
import org.termin.contract.words.ReminderState;
import org.termin.notifier.plan.Reason;
import org.termin.notifier.policy.Holidays;
import org.termin.notifier.record.Person;

/**
 * How many people should hear from us today by each channel with nothing in the way: no Sunday or
 * holiday, no message of these days. If there are some and nobody hears anything, something is
 * broken that does not know it.
 */
final class Expected {
  private static final int WEEK = 7;

  private final Holidays holidays;
  private final LocalDate today;
  private final Map<Channel, Integer> people = new EnumMap<>(Channel.class);
  private final Map<Channel, Instant> first = new EnumMap<>(Channel.class);

  Expected(Holidays holidays, LocalDate today) {
    this.holidays = holidays;
    this.today = today;
  }

  void add(Person person, Collection<Reason> reasons, Map<Ref, Entry> entries) {
    if (today.getDayOfWeek() == DayOfWeek.SUNDAY
        || holidays.on(person.content().situation().country(), today)) {
      return;
    }
    for (Channel channel : Channel.values()) {
      reasons.stream()
          .filter(reason -> reason.dueOn().equals(today))
          .filter(reason -> reason.stage().preferred() == channel)
          .filter(reason -> isPlanned(entries.get(reason.ref())))
          .map(Reason::dueAt)
          .min(Instant::compareTo)
          .filter(_ -> person.confirmed().stream().anyMatch(slot -> isFree(person, slot, channel)))
          .ifPresent(
              due -> {
                people.merge(channel, 1, Integer::sum);
                first.merge(channel, due, (one, other) -> one.isBefore(other) ? one : other);
              });
    }
  }

  private static boolean isPlanned(@Nullable Entry entry) {
    return entry != null && entry.state() == ReminderState.PLANNED;
  }

  private boolean isFree(Person person, ContactSlot slot, Channel channel) {
    return slot.contact().channel() == channel
        && person.deliveries().stream()
            .map(DeliveryNote::day)
            .noneMatch(day -> day.isAfter(today.minusDays(WEEK + 1)));
  }

  int people(Channel channel) {
    return people.getOrDefault(channel, 0);
  }

  Instant first(Channel channel) {
    return first.getOrDefault(channel, today.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
