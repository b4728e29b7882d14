package org.termin.guidance.plan;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.HeldDocument;

/**
 * Nobody knows the ground: the latest opening and the earliest closing over all of them. Which
 * route is shown then, nothing says.
 */
final class NaiveGrounds {

  private NaiveGrounds() {}

  static NaiveSlot merged(List<NaiveSlot> slots, HeldDocument document, LocalDate today) {
    NaiveSlot first = slots.getFirst();
    if (slots.stream().allMatch(first::equals)) {
      return first;
    }
    NaiveSlot days =
        new NaiveSlot(
            Status.VALID,
            first.route(),
            over(slots, NaiveSlot::opens, (a, b) -> a.isAfter(b) ? a : b),
            over(slots, NaiveSlot::startBy, (a, b) -> a.isBefore(b) ? a : b),
            over(slots, NaiveSlot::applyBy, (a, b) -> a.isBefore(b) ? a : b),
            over(slots, NaiveSlot::closes, (a, b) -> a.isBefore(b) ? a : b),
            over(slots, NaiveSlot::lastTaken, (a, b) -> a.isBefore(b) ? a : b));
    return days.with(status(slots, days, document, today));
  }

  private static Status status(
      List<NaiveSlot> slots, NaiveSlot days, HeldDocument document, LocalDate today) {
    List<Status> all = slots.stream().map(NaiveSlot::status).distinct().toList();
    if (all.equals(List.of(Status.BLOCKED))) {
      return Status.BLOCKED;
    }
    // where only some grounds leave it open the definitions are silent: as the planner does, the
    // ground with the earliest day speaks for all
    boolean undecided =
        slots.stream()
            .filter(slot -> Objects.equals(slot.applyBy(), days.applyBy()))
            .anyMatch(slot -> slot.status() == Status.ASK);
    if (document.state() instanceof DocumentState.Filed(LocalDate on)) {
      return days.takes(on) && !undecided ? Status.FILED_WAITING : Status.ASK;
    }
    // the narrow window decides nothing once all windows are over
    if (all.equals(List.of(Status.LAPSED))) {
      return Status.LAPSED;
    }
    if (all.contains(Status.BLOCKED) || undecided || isNarrow(days)) {
      return Status.ASK;
    }
    return NaiveModel.running(days, Objects.requireNonNull(document.lastValidDay()), today);
  }

  /** Read as the planner does: fourteen days from the first to the last are enough. */
  private static boolean isNarrow(NaiveSlot days) {
    LocalDate opens = days.opens();
    return opens != null && DAYS.between(opens, days.applyBy()) < 14;
  }

  private static @Nullable LocalDate over(
      List<NaiveSlot> slots,
      Function<NaiveSlot, @Nullable LocalDate> of,
      BinaryOperator<LocalDate> which) {
    return slots.stream().map(of).filter(Objects::nonNull).reduce(which).orElse(null);
  }
}
