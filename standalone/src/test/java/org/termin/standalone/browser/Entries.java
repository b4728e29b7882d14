package org.termin.standalone.browser;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;

/** What a calendar program makes of our file. */
record Entries(String text, Set<LocalDate> days, List<String> titles, List<String> faults) {

  static Entries read(String text) throws IOException {
    Calendar calendar;
    try {
      calendar = new CalendarBuilder().build(new StringReader(text));
    } catch (ParserException unreadable) {
      throw new AssertionError(unreadable);
    }
    List<VEvent> events = calendar.getComponents("VEVENT");
    Set<LocalDate> days = new TreeSet<>();
    events.forEach(event -> days.add(LocalDate.from(start(event))));
    return new Entries(
        text,
        days,
        events.stream().map(event -> event.getSummary().getValue()).toList(),
        calendar.validate().getEntries().stream()
            .map(fault -> fault.getContext() + ": " + fault.getMessage())
            .toList());
  }

  private static Temporal start(VEvent event) {
    return event.getDateTimeStart().getDate();
  }
}
