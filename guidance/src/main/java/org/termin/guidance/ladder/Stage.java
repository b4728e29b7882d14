package org.termin.guidance.ladder;

import java.time.LocalDate;
import org.termin.contract.words.Channel;
import org.termin.guidance.plan.Verb;

/**
 * One reason to speak about one document.
 *
 * @param number see {@link StageNumber}; part of the reminder's ref, never renumbered
 * @param document the document's number
 * @param on the day, not yet moved by secret days
 * @param staleAfter last day, unmoved, on which it is worth sending; the next stage follows then
 * @param actionDate the day the message is about
 * @param urgent the action date is at most 7 days after {@code on}: lane 0
 * @param lastCall may break the seven-day cap
 * @param afterExpiry tells what still works; may break the seven-day cap
 * @param unlessAnswered drop it once the person has answered anything in this ladder
 * @param quietAfterSignUp not within so many days of registration; 0: no such limit
 * @param verb what the day itself allows; texts use the slot's verb of the day of sending
 * @param given {@code on} follows from no document's last day, but from a filing, a loss or the end
 *     of a rule: others may know it, so it must not meet the secret days of a passport
 * @param staleGiven the same of {@code staleAfter}
 */
public record Stage(
    int number,
    int document,
    LocalDate on,
    Channel preferred,
    Audience audience,
    Shift shift,
    LocalDate staleAfter,
    LocalDate actionDate,
    boolean urgent,
    boolean lastCall,
    boolean afterExpiry,
    boolean unlessAnswered,
    int quietAfterSignUp,
    Verb verb,
    boolean given,
    boolean staleGiven) {

  /** Prepares or warns: the secret days move it earlier, else later. */
  public boolean movesEarlier() {
    return shift == Shift.EARLIER;
  }

  Stage staleAfter(LocalDate day, boolean isGiven) {
    return with(day, given, isGiven);
  }

  Stage onGivenDay() {
    return with(staleAfter, true, staleGiven);
  }

  private Stage with(LocalDate stale, boolean onGivenDay, boolean staleOnGivenDay) {
    return new Stage(
        number,
        document,
        on,
        preferred,
        audience,
        shift,
        stale,
        actionDate,
        urgent,
        lastCall,
        afterExpiry,
        unlessAnswered,
        quietAfterSignUp,
        verb,
        onGivenDay,
        staleOnGivenDay);
  }

  /** Dates of a person do not print themselves. */
  @Override
  public String toString() {
    return "Stage " + number + " of document " + document;
  }
}
