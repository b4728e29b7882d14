package org.termin.notifier.canary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ReminderState;
import org.termin.contract.words.RussianRoutes;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.books.Daily;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.plan.Refs;
import org.termin.notifier.record.Canaries;
import org.termin.notifier.record.StoreClock;

/**
 * One message a day to the operator on each channel, by the way every reminder goes: row, clock,
 * bus, gate, claim, provider, receipt. What does not arrive in time raises an alarm, because then
 * residents may be waiting too.
 */
@Component
public class Canary {

  private static final Logger log = LoggerFactory.getLogger(Canary.class);

  private final JdbcClient db;
  private final LedgerKeys keys;
  private final StoreClock clock;
  private final Daily daily;
  private final Canaries canaries;
  private final Planting planting;
  private final Polling polling;
  private final Alarms alarms;
  private final CanarySettings settings;
  private final Map<Channel, Contact> contacts;
  private final boolean recording;

  Canary(
      JdbcClient db,
      Keyring keyring,
      StoreClock clock,
      Daily daily,
      Canaries canaries,
      Planting planting,
      Polling polling,
      Alarms alarms,
      CanarySettings settings,
      RussianRoutes russian,
      @Value("${termin.recording:false}") boolean recording) {
    this.db = db;
    this.keys = keyring.ledger();
    this.clock = clock;
    this.daily = daily;
    this.canaries = canaries;
    this.planting = planting;
    this.polling = polling;
    this.alarms = alarms;
    this.settings = settings;
    this.contacts = settings.contacts(russian);
    this.recording = recording;
  }

  /** Plants the day's canaries once, and looks after those that should have arrived. */
  @Scheduled(
      fixedDelayString = "${termin.watch.every:60s}",
      initialDelayString = "${termin.watch.every:60s}")
  public void look() {
    if (contacts.isEmpty()) {
      return;
    }
    contacts.forEach(this::plant);
    Instant now = clock.now();
    AtomicLong silent = new AtomicLong();
    contacts.forEach(
        (channel, _) -> {
          if (isSilent(channel, now)) {
            silent.incrementAndGet();
          }
        });
    alarms.set(Alarm.CANARY_SILENT, silent.get());
  }

  private void plant(Channel channel, Contact contact) {
    daily.today(
        "canary-" + channel.name().toLowerCase(Locale.ROOT),
        days -> {
          boolean planted = planting.plant(contact, days.last(), days.now());
          log.info("the {} canary of today is {}", channel, planted ? "planned" : "left out");
          return planted ? 1 : 0;
        });
  }

  private record Row(ReminderState state, OffsetDateTime dueAt) {}

  /** Of today's and yesterday's the latest whose time is over decides. */
  private boolean isSilent(Channel channel, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    for (LocalDate day : new LocalDate[] {today, today.minusDays(1)}) {
      Optional<Row> row = row(channel, day);
      if (row.isEmpty()) {
        continue;
      }
      if (hasArrived(channel, row.get().state())) {
        return false;
      }
      Instant due = row.get().dueAt().toInstant();
      // callbacks may be blocked, which is no reason to call a text lost
      if (due.isBefore(now) && row.get().state() == ReminderState.ACCEPTED) {
        polling.ask(canaries.id(channel, day));
      }
      if (due.plus(settings.within()).isBefore(now)) {
        return row(channel, day).map(again -> !hasArrived(channel, again.state())).orElse(true);
      }
    }
    return false;
  }

  /** A text must be on the phone; a mail with its server. A recording has no phone. */
  private boolean hasArrived(Channel channel, ReminderState state) {
    return switch (state) {
      case DELIVERED -> true;
      case ACCEPTED, NO_RECEIPT -> channel == Channel.EMAIL || recording;
      case PLANNED,
          QUEUED,
          RETRY_WAIT,
          SENDING,
          UNKNOWN,
          FAILED,
          SUPERSEDED,
          CANCELLED,
          EXPIRED_UNSENT ->
          false;
    };
  }

  private Optional<Row> row(Channel channel, LocalDate day) {
    return db.sql("select state, due_at from ledger.reminder where ref = :ref")
        .param("ref", Refs.confirmation(canaries.id(channel, day)).key(keys))
        .query(
            (row, _) ->
                new Row(
                    ReminderState.valueOf(row.getString("state")),
                    row.getObject("due_at", OffsetDateTime.class)))
        .optional();
  }
}
