package org.termin.notifier.wave;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.JoinCode;

/**
 * What one household adds to a release: the months in which its next documents end, at most one of
 * a sort and two in all, however many people it is. So nobody weighs more than anybody else.
 *
 * @param community the join code of the community it chose, if any
 */
record Ends(Country country, @Nullable JoinCode community, Map<DocumentType, YearMonth> months) {
  private static final int MOST = 2;

  Ends {
    months = Map.copyOf(months);
    if (months.isEmpty() || months.size() > MOST) {
      throw new IllegalArgumentException("one or two documents");
    }
  }

  /** Empty for whoever does not count, or has nothing that ends within the time that is counted. */
  static Optional<Ends> of(PersonRecord record, LocalDate release) {
    if (!Counted.is(record, release)) {
      return Optional.empty();
    }
    Map<DocumentType, YearMonth> earliest = new EnumMap<>(DocumentType.class);
    for (HeldDocument one : record.situation().documents()) {
      LocalDate end = one.lastValidDay();
      if (end != null && one.state() instanceof DocumentState.Held && isAhead(end, release)) {
        earliest.merge(one.type(), YearMonth.from(end), (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    return earliest.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Ends(record.situation().country(), record.community(), nearest(earliest)));
  }

  private static boolean isAhead(LocalDate end, LocalDate release) {
    YearMonth month = YearMonth.from(end);
    return !month.isBefore(Period.first(release)) && !month.isAfter(Period.last(release));
  }

  private static Map<DocumentType, YearMonth> nearest(Map<DocumentType, YearMonth> all) {
    Map<DocumentType, YearMonth> nearest = new LinkedHashMap<>();
    all.entrySet().stream()
        .sorted(Map.Entry.<DocumentType, YearMonth>comparingByValue(Comparator.naturalOrder()))
        .limit(MOST)
        .forEach(one -> nearest.put(one.getKey(), one.getValue()));
    return nearest;
  }

  @Override
  public String toString() {
    return "Ends";
  }
}
