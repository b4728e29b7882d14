package org.termin.notifier.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.words.Channel;
import org.termin.notifier.channel.Carriers;
import org.termin.notifier.channel.RefusedRoutes;
import org.termin.notifier.policy.Case;
import org.termin.notifier.record.Person;

/** Gathers what the gate looks at: the person, the contact's last week, the channel. */
@Component
class Facts {

  private static final int WEEK = 7;

  private final Keys keys;
  private final Carriers carriers;
  private final RefusedRoutes refused;

  Facts(Keys keys, Carriers carriers, RefusedRoutes refused) {
    this.keys = keys;
    this.carriers = carriers;
    this.refused = refused;
  }

  /**
   * The case of one message.
   *
   * @param stale nothing is left to tell because some row has come too late
   * @param resendOf attempts whose outcome nobody knows; their day is this message's own
   */
  Case of(
      Person person,
      List<Row> woken,
      List<Due> told,
      boolean stale,
      @Nullable ContactSlot to,
      List<UUID> resendOf,
      Instant now) {
    ZoneId zone = person.content().zone();
    LocalDate today = now.atZone(zone).toLocalDate();
    Map<LocalDate, UUID> week = to == null ? Map.of() : week(to, today);
    UUID todays = week.get(today);
    Channel channel = to == null ? null : to.contact().channel();
    return new Case(
        now,
        zone,
        person.content().situation().country(),
        person.state(),
        stale || !told.isEmpty(),
        channel,
        to != null && refused.refuses(to.contact()),
        actBy(told, today),
        stale ? now : notAfter(told.isEmpty() ? woken : told.stream().map(Due::row).toList()),
        told.stream().anyMatch(Due::confirmation),
        told.stream().anyMatch(Due::uncapped),
        todays != null && !resendOf.contains(todays),
        lastBefore(today, week),
        channel == null ? null : carriers.closedFor(channel).map(now::plus).orElse(null),
        false,
        told.stream().anyMatch(Due::ofTheService));
  }

  private Map<LocalDate, UUID> week(ContactSlot to, LocalDate today) {
    return keys.days(to.contact(), IntStream.range(0, WEEK).mapToObj(today::minusDays).toList());
  }

  private static @Nullable LocalDate lastBefore(LocalDate today, Map<LocalDate, UUID> week) {
    return week.keySet().stream()
        .filter(day -> day.isBefore(today))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static @Nullable LocalDate actBy(List<Due> told, LocalDate today) {
    return told.stream()
        .map(Due::actBy)
        .filter(Objects::nonNull)
        .filter(day -> !day.isBefore(today))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Instant notAfter(List<Row> rows) {
    return rows.stream().map(Row::notAfter).min(Comparator.naturalOrder()).orElse(Instant.MAX);
  }
}
