package org.termin.guidance.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.termin.guidance.rule.Claim;

/** How far what a person holds satisfies one requirement. */
sealed interface Reach {

  /** Nothing of the sort was entered, so nothing is known of it. */
  record NotEntered() implements Reach {}

  /** It has no end that we know of. */
  record NoEnd(boolean confirmed, @Nullable Claim by) implements Reach {}

  /** Its last day; {@code by} is a substitution or acceptance that made it so. */
  record Until(LocalDate day, boolean confirmed, @Nullable Claim by) implements Reach {}

  /** The longer one of two. */
  default Reach or(Reach other) {
    return switch (this) {
      case NotEntered() -> other;
      case NoEnd(boolean confirmed, Claim by) ->
          confirmed || !(other instanceof NoEnd) ? this : other;
      case Until(LocalDate day, boolean confirmed, Claim by) ->
          switch (other) {
            case NotEntered() -> this;
            case NoEnd(boolean c, Claim b) -> other;
            case Until(LocalDate otherDay, boolean c, Claim b) ->
                otherDay.isAfter(day) ? other : this;
          };
    };
  }
}
