package org.termin.tracker.http;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.parameter.Related;
import biweekly.property.Trigger;
import biweekly.util.Duration;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Language;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.SlotPlan;
import org.termin.guidance.text.CalendarEntry;
import org.termin.guidance.text.Texts;
import org.termin.tracker.Store.StoreClock;
import org.termin.tracker.post.People.Found;

/** The plan for a person's own calendar: whole days, neutral titles, ids that stay the same. */
@Component
public class Calendars {
  private final Texts texts;
  private final StoreClock clock;

  Calendars(Texts texts, StoreClock clock) {
    this.texts = texts;
    this.clock = clock;
  }

  /** The file's text, in the language of the person's messages. */
  public String of(Found found, Plan plan) {
    return of(found.registration(), found.view().language(), plan);
  }

  /**
   * The file's text.
   *
   * @param id of the person, or one made for this file only: entries of the same id replace each
   *     other when the file is read again
   */
  public String of(UUID id, Language language, Plan plan) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Termin//Plan//EN");
    for (SlotPlan slot : plan.slots()) {
      event(calendar, id, slot, CalendarEntry.OPENS, slot.opens(), language);
      event(calendar, id, slot, CalendarEntry.START, slot.startBy(), language);
      event(calendar, id, slot, CalendarEntry.APPLY, slot.applyBy(), language);
      event(calendar, id, slot, CalendarEntry.EXPIRY, slot.document().lastValidDay(), language);
      event(calendar, id, slot, CalendarEntry.GRACE, slot.graceEnd(), language);
    }
    return Biweekly.write(calendar).go();
  }

  /** The file as a browser saves it, under a name that says nothing. */
  public static ResponseEntity<byte[]> download(String calendar) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"calendar.ics\"")
        .body(calendar.getBytes(StandardCharsets.UTF_8));
  }

  private void event(
      ICalendar calendar,
      UUID registration,
      SlotPlan slot,
      CalendarEntry what,
      @Nullable LocalDate day,
      Language language) {
    if (day == null || day.isBefore(LocalDate.ofInstant(clock.now(), ZoneId.of("Etc/UTC")))) {
      return;
    }
    VEvent event = new VEvent();
    event.setUid(uid(registration, slot.document().number(), what));
    event.setDateTimeStamp(Date.from(clock.now()));
    event.setSummary(texts.calendarTitle(language, what, slot.document().number()));
    event.setDateStart(date(day), false);
    event.setDateEnd(date(day.plusDays(1)), false);
    event.setTransparency(true);
    event.addAlarm(
        VAlarm.display(
            new Trigger(Duration.builder().prior(true).hours(15).build(), Related.START),
            event.getSummary().getValue()));
    calendar.addEvent(event);
  }

  /** Stable, and of no use to anybody who reads the calendar. */
  private static String uid(UUID registration, int document, CalendarEntry what) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          ByteBuffer.allocate(16)
              .putLong(registration.getMostSignificantBits())
              .putLong(registration.getLeastSignificantBits())
              .array());
      byte[] hash = digest.digest((what.name() + document).getBytes(StandardCharsets.US_ASCII));
      return java.util.HexFormat.of().formatHex(hash, 0, 16) + "@termin";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is missing from this Java");
    }
  }

  /** Whole days are written in the JVM's zone by the library, so they are made in it. */
  @SuppressWarnings("JavaTimeDefaultTimeZone")
  private static Date date(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
  }
}
