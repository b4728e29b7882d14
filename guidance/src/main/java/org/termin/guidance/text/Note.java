package org.termin.guidance.text;

import java.time.LocalDate;
import java.util.List;
import org.termin.contract.words.Wording;

/** A message that is not about a stage: a code, a sample, an answer to a reply, a notice. */
public sealed interface Note {

  /** The six digits that prove a contact can be reached. */
  record Code(String digits) implements Note {
    @Override
    public String toString() {
      return "Code";
    }
  }

  /** What a reminder will look like. */
  record Sample(Wording wording) implements Note {}

  /** Reply 2 was noted. */
  record Filed() implements Note {}

  /** Reply 1 was noted. */
  record Done() implements Note {}

  /** Reply 3 was noted; the next reminder comes after so many weeks. */
  record Later(int weeks) implements Note {}

  /**
   * Reply 3 was noted, but the date is nearer than a week: the next reminder comes in so many days.
   */
  record Sooner(int days) implements Note {}

  /** Reply 3 leaves everything as it is: no day is left on which it could be said again. */
  record NotPutOff() implements Note {}

  /** Reply 9 put everything back. */
  record Undone() implements Note {}

  /** Reply 9 found nothing to put back. */
  record NothingToUndo() implements Note {}

  /** The one last text after a stop. */
  record Stopped() implements Note {}

  /** The same where no other contact is left: everything is erased in 14 days. */
  record StoppedLast() implements Note {}

  /** A reply nobody could act on: what can be answered, and where the plan is. */
  record NotUnderstood() implements Note {}

  /** Told to the other contact: somebody answered about this document. */
  record AnsweredElsewhere(int document) implements Note {}

  /** Told to the other contact: an answer was taken back, or a stop. */
  record UndoneElsewhere() implements Note {}

  /** Told to the other contact, once: messages do not reach the first one any more. */
  record FailingElsewhere() implements Note {}

  /** Told to the other contact: the first one was stopped. */
  record StoppedElsewhere() implements Note {}

  /** Told to the other contacts of an earlier registration: one of its contacts signed up again. */
  record RegisteredAgain() implements Note {}

  /** Told to the old contact: a new one took its place. */
  record ContactReplaced() implements Note {}

  /** Told to a contact: somebody changed the plan with the receipt code. */
  record ChangedOnPage() implements Note {}

  /** Everything is erased. */
  record Erased() implements Note {}

  /**
   * The service winds down.
   *
   * @param until the last day on which anything can be looked up
   * @param days the documents' numbers and the days by which to act, nearest first; as many as fit
   *     are said
   */
  record Closing(LocalDate until, List<Day> days) implements Note {
    public Closing {
      days = List.copyOf(days);
    }

    /** One document's day. */
    public record Day(int document, LocalDate by) {
      /** Days do not print themselves. */
      @Override
      public String toString() {
        return "Day";
      }
    }

    @Override
    public String toString() {
      return "Closing";
    }
  }

  /** It does not wind down after all. */
  record ClosingTakenBack() implements Note {}

  /** Somebody who asked to be told of waves will be; neither a wave nor a country is named. */
  record AlertNoted() implements Note {}

  /** What they asked to be told of is there. */
  record WaveAhead() implements Note {}
}
