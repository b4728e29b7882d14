package org.termin.notifier.plan;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.ReminderState;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.plan.Ledger.Standing;
import org.termin.notifier.record.Person;

/** The rows that tell people of a wind-down, one for each person; and those that take it back. */
@Component
public class Closings {
  /** So long a message may wait for an open channel or for money before it ends unsent. */
  private static final int KEEPS = 90;

  private final Ledger ledger;
  private final LedgerKeys keys;

  Closings(Ledger ledger, Keyring keyring) {
    this.ledger = ledger;
    this.keys = keyring.ledger();
  }

  /** How far it is with each of these people; whoever has no row is not in the answer. */
  public Map<UUID, ReminderState> told(Collection<UUID> people, int number) {
    return states(people.stream().map(id -> Refs.closing(id, number)).toList());
  }

  /** The same for the word that it goes on after all. */
  public Map<UUID, ReminderState> toldBack(Collection<UUID> people, int number) {
    return states(people.stream().map(id -> Refs.closingTakenBack(id, number)).toList());
  }

  /** Who may have heard of the end, or still would. */
  public Set<UUID> heardOf(Collection<UUID> people, int number) {
    Map<UUID, ReminderState> told = told(people, number);
    told.values().removeIf(state -> !state.isUnsent() && !mayHaveHeard(state));
    return told.keySet();
  }

  private Map<UUID, ReminderState> states(List<Ref> refs) {
    Map<UUID, ReminderState> states = new HashMap<>();
    ledger
        .standing(refs)
        .forEach((ref, standing) -> states.put(ref.registration(), standing.state()));
    return states;
  }

  /** Plans the message for the next daytime, once; the record must be locked. */
  public void tell(Person person, int number, Instant now) {
    put(person, Refs.closing(person.id(), number), now);
  }

  /** Who has been told, or may have been, hears that it goes on; who has not hears nothing. */
  public boolean takeBack(Person person, int number, Instant now) {
    Map<Ref, Standing> rows = ledger.standing(List.of(Refs.closing(person.id(), number)));
    Map<Boolean, List<Standing>> unsent =
        rows.values().stream().collect(Collectors.partitioningBy(row -> row.state().isUnsent()));
    ledger.end(unsent.getOrDefault(true, List.of()), ReminderState.CANCELLED);
    boolean heard =
        unsent.getOrDefault(false, List.of()).stream().anyMatch(row -> mayHaveHeard(row.state()));
    if (heard) {
      put(person, Refs.closingTakenBack(person.id(), number), now);
    }
    return heard;
  }

  private static boolean mayHaveHeard(ReminderState state) {
    return switch (state) {
      case SENDING, ACCEPTED, UNKNOWN, DELIVERED, NO_RECEIPT -> true;
      case PLANNED, RETRY_WAIT, QUEUED, FAILED, SUPERSEDED, CANCELLED, EXPIRED_UNSENT -> false;
    };
  }

  private void put(Person person, Ref ref, Instant now) {
    if (!ledger.standing(List.of(ref)).isEmpty()) {
      return;
    }
    Instant due = Band.of(person.content().situation().country()).nextMinute(now, ref.key(keys));
    Instant notAfter = Band.endOf(Band.dayOf(now).plusDays(KEEPS));
    ledger.put(List.of(Timetable.withoutDocument(ref, due, notAfter, 1)));
  }
}
