package org.termin.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.words.ReminderState;
import org.termin.guidance.plan.Plan;
import org.termin.notifier.channel.Text;
import org.termin.notifier.policy.Case;
import org.termin.notifier.policy.Rule;
import org.termin.notifier.record.Person;

/** What is to be done about one registration's woken rows; nothing is written yet. */
sealed interface Prepared {

  /** The registration that is judged. */
  UUID registration();

  /** The woken rows it answers for. */
  List<Row> woken();

  /**
   * A message to one contact.
   *
   * @param told most urgent first
   * @param ended rows that end with it
   * @param resendOf earlier attempts nobody knows the outcome of; this one takes their keys over
   * @param asked what the gate was asked and let pass
   */
  record Send(
      Person person,
      List<Row> woken,
      ContactSlot to,
      Plan plan,
      List<Due> told,
      Map<UUID, ReminderState> ended,
      List<UUID> resendOf,
      Text text,
      Price price,
      Duration validFor,
      Case asked)
      implements Prepared {

    /**
     * What the message takes from the day's money.
     *
     * @param amount in ten-thousandths
     * @param pressing it may take from the reserve
     */
    record Price(long amount, boolean pressing) {}

    /** The only "now" of the attempt. */
    Instant now() {
      return asked.now();
    }

    @Override
    public UUID registration() {
      return person.id();
    }

    @Override
    public String toString() {
      return "Send[" + told.size() + " rows]";
    }
  }

  /** Woken rows sleep on; others end. */
  record Defer(
      UUID registration,
      List<Row> woken,
      Map<UUID, ReminderState> ended,
      Instant until,
      Rule rule,
      Instant now)
      implements Prepared {}

  /** Something is broken; woken rows sleep on until somebody has mended it. */
  record Hold(UUID registration, List<Row> woken, Instant until) implements Prepared {}

  /** Woken rows end, and perhaps others with them. */
  record End(UUID registration, List<Row> woken, Map<UUID, ReminderState> ended, Rule rule)
      implements Prepared {

    /** All of them in one state. */
    static End all(UUID registration, List<Row> woken, ReminderState state, Rule rule) {
      return new End(
          registration,
          woken,
          woken.stream().collect(Collectors.toUnmodifiableMap(Row::id, _ -> state)),
          rule);
    }

    /** Those of whom more is known end in a state of their own. */
    End except(Map<UUID, ReminderState> known) {
      Map<UUID, ReminderState> all = new HashMap<>(ended);
      all.putAll(known);
      return new End(registration, woken, Map.copyOf(all), rule);
    }
  }
}
