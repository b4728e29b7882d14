package org.termin.notifier.plan;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.Alert;
import org.termin.contract.words.Country;
import org.termin.guidance.ladder.StageNumber;
import org.termin.notifier.record.Person;

/**
 * Where it stands that somebody was told of a wave: one reference for each quarter of a country, so
 * that each is told once.
 */
final class WaveRefs {
  private static final int QUARTERS = 4;
  private static final int MONTHS = 3;
  private static final int LETTERS = 26;

  /** As far as somebody may be told within the life of an alert. */
  private static final int AHEAD = Alert.YEARS * QUARTERS + 3;

  private WaveRefs() {}

  static Ref of(Person person, YearMonth quarter) {
    int number = quarter.getYear() * QUARTERS + (quarter.getMonthValue() - 1) / MONTHS;
    int version = number * LETTERS * LETTERS + number(person.content().situation().country());
    return new Ref(person.id(), 0, version, StageNumber.WAVE_AHEAD);
  }

  /** All that may stand for a person; none for a household. */
  static List<Ref> of(Person person) {
    if (person.content().situation().alert() == null) {
      return List.of();
    }
    YearMonth first = YearMonth.from(person.content().registered());
    return IntStream.rangeClosed(0, AHEAD)
        .mapToObj(n -> of(person, first.plusMonths((long) MONTHS * n)))
        .toList();
  }

  private static int number(Country country) {
    String code = country.code();
    return (code.charAt(0) - 'A') * LETTERS + code.charAt(1) - 'A';
  }
}
