package org.termin.notifier.compose;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.parameter.Related;
import biweekly.property.Classification;
import biweekly.property.Method;
import biweekly.property.Transparency;
import biweekly.property.Trigger;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.plan.SlotPlan;
import org.termin.guidance.text.CalendarEntry;
import org.termin.guidance.text.Texts;
import org.termin.notifier.record.Person;

/** The days of what a mail tells, for the reader's own calendar: neutral titles, stable ids. */
final class Calendar {

  private static final int DAYS_AHEAD = 7;

  private Calendar() {}

  static @Nullable String of(Texts texts, Person person, List<Told> told) {
    ICalendar calendar = new ICalendar();
    calendar.setVersion(ICalVersion.V2_0);
    calendar.setProductId("-//Termin//EN");
    calendar.setMethod(Method.publish());
    for (Told one : told) {
      SlotPlan slot = one.slot();
      if (slot != null) {
        add(calendar, texts, person, slot, CalendarEntry.START, slot.startBy());
        add(calendar, texts, person, slot, CalendarEntry.OPENS, slot.opens());
        add(calendar, texts, person, slot, CalendarEntry.APPLY, slot.applyBy());
      }
    }
    return calendar.getEvents().isEmpty() ? null : Biweekly.write(calendar).go();
  }

  private static void add(
      ICalendar calendar,
      Texts texts,
      Person person,
      SlotPlan slot,
      CalendarEntry entry,
      @Nullable LocalDate day) {
    if (day == null) {
      return;
    }
    HeldDocument document = slot.document();
    VEvent event = new VEvent();
    event.setUid(uid(person, document, entry));
    event.setSequence(document.version());
    event.setSummary(texts.calendarTitle(person.content().language(), entry, document.number()));
    event.setDateStart(date(day), false);
    // no clock of ours: the stamp is the day itself
    event.setDateTimeStamp(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    event.setClassification(Classification.private_());
    event.setTransparency(Transparency.transparent());
    Trigger week =
        new Trigger(Duration.builder().prior(true).days(DAYS_AHEAD).build(), Related.START);
    event.addAlarm(VAlarm.display(week, event.getSummary().getValue()));
    calendar.addEvent(event);
  }

  private static ICalDate date(LocalDate day) {
    return new ICalDate(
        new biweekly.util.DateTimeComponents(
            day.getYear(), day.getMonthValue(), day.getDayOfMonth()),
        false);
  }

  /** Says nothing of the registration, and is the same when the day moves. */
  private static String uid(Person person, HeldDocument document, CalendarEntry entry) {
    String seed = "termin/calendar/" + person.id() + "/" + document.number() + "/" + entry;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16) + "@termin";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
