package org.termin.notifier.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.Later;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.plan.SlotPlan;
import org.termin.notifier.edition.Editions;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.record.Person;

/** "Later": one document is told again in some weeks, never past its apply-by day. */
@Component
public class Postponing {
  private static final int FIRST = 40;
  private static final int LAST = 49;
  private final Editions editions;
  private final LedgerKeys keys;

  Postponing(Editions editions, Keyring keyring) {
    this.editions = editions;
    this.keys = keyring.ledger();
  }

  /**
   * The person with the wish noted, to be written and planned by the caller; the same person where
   * there is nothing to postpone.
   */
  public Person later(Person person, int document, int weeks, Instant now) {
    LocalDate today = Timetable.today(person, now);
    return person
        .content()
        .situation()
        .document(document)
        .filter(held -> !(held.state() instanceof DocumentState.Renewed))
        .flatMap(held -> wish(person, held, weeks, today))
        .map(wish -> noted(person, wish))
        .orElse(person);
  }

  private Optional<Later> wish(Person person, HeldDocument held, int weeks, LocalDate today) {
    int stage =
        person.content().later().stream()
            .filter(
                old -> old.document() == held.number() && old.documentVersion() == held.version())
            .mapToInt(old -> old.stage() + 1)
            .max()
            .orElse(FIRST);
    LocalDate until = until(person, held, weeks, today);
    return stage > LAST || !until.isAfter(today)
        ? Optional.empty()
        : Optional.of(new Later(held.number(), held.version(), stage, today, until));
  }

  private LocalDate until(Person person, HeldDocument held, int weeks, LocalDate today) {
    LocalDate wished = today.plusWeeks(weeks);
    return editions
        .of(person)
        .plan(person.content().situation(), today)
        .slot(held.number())
        .map(slot -> latest(person, slot))
        .filter(wished::isAfter)
        .orElse(wished);
  }

  /** Moved like every warning, or this row would give the secret days away. */
  private @Nullable LocalDate latest(Person person, SlotPlan slot) {
    HeldDocument held = slot.document();
    int days =
        slot.applyByGiven()
            ? SecretDays.ofGivenDays(keys, person, held)
            : SecretDays.of(keys, person, held);
    return slot.applyBy() == null ? null : slot.applyBy().minusDays(days);
  }

  private static Person noted(Person person, Later wish) {
    List<Later> all = new ArrayList<>(person.content().later());
    all.removeIf(old -> old.document() == wish.document());
    all.add(wish);
    return person.with(person.content().draft().later(all).done());
  }
}
