package org.termin.guidance.wave;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;
import org.termin.guidance.plan.Planner;
import org.termin.guidance.plan.SlotPlan;

/**
 * When households of whom only the end of one document is known have to begin and to apply. Worked
 * out from released figures and public rules alone, so it tells nothing that these do not.
 *
 * @param months from the month of today on
 * @param overdue should have begun before this month
 * @param unknown of them the rules do not say when to begin
 */
public record Forecast(SortedMap<YearMonth, Load> months, double overdue, double unknown) {
  /** Whatever else somebody holds is taken to be good for so long. */
  private static final int YEARS_OF_THE_OTHER = 9;

  public Forecast {
    months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
  }

  /** What these endings mean under these rules on that day. */
  public static Forecast of(Collection<Ending> endings, Guidance guidance, LocalDate today) {
    Sum sum = new Sum(YearMonth.from(today));
    for (Ending ending : endings) {
      ending
          .days()
          .forEach(
              day -> {
                SlotPlan plan = plan(ending, day, guidance, today);
                sum.add(plan.startBy(), plan.applyBy(), day, ending.share());
              });
    }
    return new Forecast(sum.months, sum.overdue, sum.unknown);
  }

  private static SlotPlan plan(Ending ending, LocalDate day, Guidance guidance, LocalDate today) {
    List<HeldDocument> held = new ArrayList<>();
    held.add(held(1, ending.document(), day));
    LocalDate far = today.plusYears(YEARS_OF_THE_OTHER);
    if (ending.document() == DocumentType.RESIDENCE_PERMIT) {
      held.add(held(2, DocumentType.PASSPORT, far));
    } else {
      held.add(held(2, DocumentType.RESIDENCE_PERMIT, far));
    }
    Situation situation = new Situation(ending.country(), null, null, held);
    return Planner.plan(situation, guidance, today).slot(1).orElseThrow();
  }

  private static HeldDocument held(int number, DocumentType type, LocalDate lastValidDay) {
    return new HeldDocument(number, 1, 1, type, lastValidDay, DocumentState.HELD);
  }

  private static final class Sum {
    private final YearMonth now;
    private final SortedMap<YearMonth, Load> months = new TreeMap<>();
    private double overdue;
    private double unknown;

    Sum(YearMonth now) {
      this.now = now;
    }

    void add(
        @Nullable LocalDate begin, @Nullable LocalDate apply, LocalDate end, double households) {
      if (begin == null) {
        unknown += households;
      } else if (YearMonth.from(begin).isBefore(now)) {
        overdue += households;
      } else {
        put(begin, new Load(households, 0, 0));
      }
      if (apply != null) {
        put(apply, new Load(0, households, 0));
      }
      put(end, new Load(0, 0, households));
    }

    private void put(LocalDate day, Load load) {
      YearMonth month = YearMonth.from(day);
      if (!month.isBefore(now)) {
        months.merge(month, load, Load::plus);
      }
    }
  }
}
