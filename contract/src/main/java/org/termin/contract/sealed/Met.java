package org.termin.contract.sealed;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.YearMonth;
import java.util.Objects;
import org.termin.contract.words.Hurdle;

/**
 * What a household last met at an office, and in which month it said so; not with which document,
 * and not on which day.
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"hurdle", "month"})
public record Met(Hurdle hurdle, YearMonth month) {
  /** So many whole months are counted, and it is kept no longer than that. */
  public static final int MONTHS = 12;

  public Met {
    Objects.requireNonNull(hurdle, "hurdle");
    Objects.requireNonNull(month, "month");
  }

  /** Whether it is one of the whole months that are counted in this one. */
  public boolean counts(YearMonth now) {
    return month.isBefore(now) && !isOver(now);
  }

  /** Whether it will never be counted again. */
  public boolean isOver(YearMonth now) {
    return month.isBefore(now.minusMonths(MONTHS));
  }

  @Override
  public String toString() {
    return "Met";
  }
}
