package org.termin.contract.sealed;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.termin.contract.words.AttemptState;
import org.termin.contract.words.Situation;

/**
 * One message as the person's view remembers it: when, to which contact, how it stands, what it
 * told.
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"attempt", "epochDay", "slot", "state", "told"})
public record DeliveryNote(
    UUID attempt, int epochDay, int slot, AttemptState state, List<Told> told) {

  /** The view remembers no more. */
  public static final int MOST = 20;

  public DeliveryNote {
    Objects.requireNonNull(attempt, "attempt");
    Objects.requireNonNull(state, "state");
    Slots.check(slot);
    told = List.copyOf(told);
    if (told.size() > Situation.MOST * 2) {
      throw new IllegalArgumentException("too much for one message");
    }
  }

  /** A message sent on that day; codes, samples and answers tell nothing of a plan. */
  public static DeliveryNote of(
      UUID attempt, LocalDate day, int slot, AttemptState state, List<Told> told) {
    return new DeliveryNote(attempt, Math.toIntExact(day.toEpochDay()), slot, state, told);
  }

  /** One row of the plan that a message told. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({"document", "version", "stage"})
  public record Told(int document, int version, int stage) {
    public Told {
      if (document < 0 || document > 255 || version < 1 || stage < 0 || stage > 255) {
        throw new IllegalArgumentException("not a stage of a document");
      }
    }
  }

  /** The UTC day of the attempt. */
  public LocalDate day() {
    return LocalDate.ofEpochDay(epochDay);
  }

  /** The same message after news of it. */
  public DeliveryNote in(AttemptState changed) {
    return new DeliveryNote(attempt, epochDay, slot, changed, told);
  }

  /** The list with this message in it: in the place of its older self, else first; newest first. */
  public List<DeliveryNote> into(List<DeliveryNote> notes) {
    List<DeliveryNote> all = new ArrayList<>(notes);
    boolean known = all.stream().anyMatch(note -> note.attempt.equals(attempt));
    if (known) {
      all.replaceAll(note -> note.attempt.equals(attempt) ? this : note);
    } else {
      all.addFirst(this);
    }
    return all.stream().limit(MOST).toList();
  }

  @Override
  public String toString() {
    return "DeliveryNote";
  }
}
