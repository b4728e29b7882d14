package org.termin.notifier.winddown;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Language;
import org.termin.guidance.pack.Packs;
import org.termin.guidance.text.Note;
import org.termin.guidance.text.SmsLimits;
import org.termin.guidance.text.Texts;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.notifier.record.StoreClock;

/**
 * What a wind-down would be: how many would be told and how, and what an invented person would
 * read. It writes nothing, and small numbers are nobody's business.
 */
@Component
class WindDownRehearsal {
  private static final UUID FIRST = UUID.fromString("00000000-0000-0000-0000-000000000000");
  private static final int BATCH = 500;

  /** As in the published waves. */
  private static final int LEAST = 11;

  private final Records records;
  private final StoreClock clock;
  private final WindDownSettings settings;
  private final Texts texts;

  WindDownRehearsal(Records records, StoreClock clock, WindDownSettings settings, Packs packs) {
    this.records = records;
    this.clock = clock;
    this.settings = settings;
    this.texts = Texts.of(packs);
  }

  List<String> lines() {
    LocalDate until = clock.today().plusDays((long) settings.telling() + settings.notice());
    List<String> lines = new ArrayList<>();
    lines.add("Nothing is written and nobody is told.");
    lines.add("If two operators agreed today, the last day would be " + until + ".");
    lines.addAll(people());
    lines.add("What an invented person with two documents would read by text:");
    for (Language language : Language.complete()) {
      String text = texts.note(language, "word", sample(until));
      lines.add("  %s, %d segments: %s".formatted(language.wire(), SmsLimits.segments(text), text));
    }
    lines.add("By mail everybody gets the days and steps of all documents, and the calendar.");
    return lines;
  }

  private List<String> people() {
    Map<Channel, Long> told = new EnumMap<>(Channel.class);
    long unreached = 0;
    UUID after = FIRST;
    List<UUID> ids;
    do {
      ids = records.livingAfter(after, BATCH);
      for (Found found : records.open(ids).values()) {
        List<Channel> channels = found.here().map(WindDownRehearsal::channels).orElse(List.of());
        if (channels.isEmpty()) {
          unreached++;
        } else {
          Channel by = channels.contains(Channel.EMAIL) ? Channel.EMAIL : Channel.SMS;
          told.merge(by, 1L, Long::sum);
        }
      }
      after = ids.isEmpty() ? after : ids.getLast();
    } while (ids.size() == BATCH);
    return List.of(
        "By mail: %s people".formatted(roughly(told.getOrDefault(Channel.EMAIL, 0L))),
        "By text: %s people".formatted(roughly(told.getOrDefault(Channel.SMS, 0L))),
        "Without a confirmed contact, or not readable: %s people".formatted(roughly(unreached)));
  }

  private static List<Channel> channels(Person person) {
    return person.confirmed().stream().map(slot -> slot.contact().channel()).toList();
  }

  private static String roughly(long number) {
    if (number == 0) {
      return "0";
    }
    return number < LEAST ? "under " + LEAST : "about " + number / 10 * 10;
  }

  private static Note sample(LocalDate until) {
    return new Note.Closing(
        until,
        IntStream.rangeClosed(1, 2)
            .mapToObj(number -> new Note.Closing.Day(number, until.plusMonths(3L * number)))
            .toList());
  }
}
