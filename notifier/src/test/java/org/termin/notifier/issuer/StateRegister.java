package org.termin.notifier.issuer;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the issuing state knows: on which days how many passports end, and the families with theirs.
 * Passports are issued on working days, to adults for ten years and to children for five.
 */
final class StateRegister {
  /** A passport issued later than this was issued to somebody who had not left yet. */
  private static final int LEFT_AGO = 3;

  private static final int A_DAY = 4_000;
  private static final Map<DayOfWeek, Double> WEEK =
      Map.of(
          DayOfWeek.MONDAY, 1.05,
          DayOfWeek.TUESDAY, 1.0,
          DayOfWeek.WEDNESDAY, 1.0,
          DayOfWeek.THURSDAY, 1.0,
          DayOfWeek.FRIDAY, 0.95);
  private static final Set<MonthDay> HOLIDAYS =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(1, 2),
          MonthDay.of(1, 7),
          MonthDay.of(3, 8),
          MonthDay.of(5, 1),
          MonthDay.of(5, 9),
          MonthDay.of(7, 3),
          MonthDay.of(11, 7),
          MonthDay.of(12, 25));

  private final Random random;
  private final Issued adults;
  private final Issued children;
  private final List<Family> families = new ArrayList<>();

  /** One household's passports by their last valid days. */
  record Family(int number, List<LocalDate> ends) {}

  StateRegister(long seed, LocalDate today, int size) {
    random = new Random(seed);
    adults = new Issued(today, 10);
    children = new Issued(today, 5);
    for (int number = 0; number < size; number++) {
      families.add(family(number));
    }
  }

  List<Family> families() {
    return families;
  }

  /** How many passports end on each day. */
  NavigableMap<LocalDate, Double> ending() {
    NavigableMap<LocalDate, Double> all = new TreeMap<>(adults.ending);
    // a third of the documents of those who left are children's
    children.ending.forEach((day, count) -> all.merge(day, count / 3, Double::sum));
    return all;
  }

  private Family family(int number) {
    double kind = random.nextDouble();
    int parents = kind < 0.55 ? 1 : 2;
    int minors = kind < 0.55 ? 0 : kind < 0.75 ? 0 : kind < 0.90 ? 1 : kind < 0.98 ? 2 : 3;
    List<LocalDate> ends = new ArrayList<>();
    // half of all couples went to the counter together
    boolean together = random.nextBoolean();
    for (int n = 0; n < parents; n++) {
      ends.add(n > 0 && together ? ends.getFirst() : adults.draw());
    }
    for (int n = 0; n < minors; n++) {
      ends.add(n > 0 && random.nextBoolean() ? ends.getLast() : children.draw());
    }
    return new Family(number, List.copyOf(ends));
  }

  /** The days of one kind of passport, each as likely as it saw passports issued. */
  private final class Issued {
    private final NavigableMap<LocalDate, Double> ending = new TreeMap<>();
    private final NavigableMap<Double, LocalDate> sums = new TreeMap<>();
    private final double total;

    Issued(LocalDate today, int years) {
      double sum = 0;
      LocalDate first = today.minusYears(years).plusDays(150);
      for (LocalDate day = first; day.isBefore(today.minusYears(LEFT_AGO)); day = day.plusDays(1)) {
        double share = WEEK.getOrDefault(day.getDayOfWeek(), 0.0);
        if (share > 0 && !HOLIDAYS.contains(MonthDay.from(day))) {
          double count = A_DAY * share * (1 + 0.03 * random.nextGaussian());
          sums.put(sum, day.plusYears(years));
          ending.merge(day.plusYears(years), count, Double::sum);
          sum += count;
        }
      }
      total = sum;
    }

    LocalDate draw() {
      return sums.floorEntry(random.nextDouble() * total).getValue();
    }
  }
}
