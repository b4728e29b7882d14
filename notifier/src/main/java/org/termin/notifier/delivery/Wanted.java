package org.termin.notifier.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.ladder.StageNumber;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.SlotPlan;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.keys.WindDownLog.Standing;
import org.termin.notifier.plan.Reason;
import org.termin.notifier.plan.Refs;
import org.termin.notifier.plan.Timetable;
import org.termin.notifier.record.Person;

/** The rows today's plan still has a place for, with what it says about them. */
@Component
class Wanted {

  private final Rows rows;
  private final Keyring keyring;

  Wanted(Rows rows, Keyring keyring) {
    this.rows = rows;
    this.keyring = keyring;
  }

  /** All of a person's rows that stand, told ones included; nothing is written. */
  List<Due> of(Person person, Plan plan) {
    Map<Ref, Reason> reasons =
        Timetable.of(keyring.ledger(), person, plan).stream()
            .collect(Collectors.toMap(Reason::ref, Function.identity(), (first, _) -> first));
    return rows.of(Refs.of(person)).stream()
        .flatMap(row -> due(person, plan, row, reasons.get(row.ref())).stream())
        .toList();
  }

  private Optional<Due> due(Person person, Plan plan, Row row, @Nullable Reason reason) {
    if (row.ref().stage() == StageNumber.CONFIRMATION
        || row.ref().stage() == StageNumber.WAVE_AHEAD) {
      return Optional.of(new Due(row, null, null, false));
    }
    if (Refs.isOfTheService(row.ref())) {
      return isTrueNow(row) || row.told()
          ? Optional.of(new Due(row, null, null, false))
          : Optional.empty();
    }
    SlotPlan slot = plan.slot(row.ref().document()).orElse(null);
    if (slot == null || slot.document().version() != row.ref().documentVersion()) {
      return Optional.empty();
    }
    boolean stands = reason != null || Refs.isStanding(row.ref());
    HeldDocument document = slot.document();
    boolean child = person.content().situation().person(document.person()).child();
    // what was told counts even where the plan has moved on
    return stands || row.told() ? Optional.of(new Due(row, reason, slot, child)) : Optional.empty();
  }

  /** What was planned before it was taken back, or before it began anew, is not said any more. */
  private boolean isTrueNow(Row row) {
    int stage = row.ref().stage();
    return switch (keyring.windDown().read().standing()) {
      case Standing.Closing(int number, var _, var _) -> stage == StageNumber.closing(number);
      case Standing.Running(int takenBack, var _) ->
          takenBack > 0 && stage == StageNumber.closingTakenBack(takenBack);
      case Standing.Proposed(int takenBack, var _, var _) ->
          takenBack > 0 && stage == StageNumber.closingTakenBack(takenBack);
      case Standing.Ended _ -> false;
    };
  }
}
