package org.termin.notifier.policy;

import java.util.Locale;
import java.util.Set;
import org.termin.notifier.policy.Verdict.Kind;

/**
 * The gate's rules in the order in which they are asked; the first that objects decides. What a
 * rule said is a metric tag, a word of the demo, and a line of {@code docs/gate.md}.
 */
public enum Rule {
  ERASED("Somebody who has been erased is not written to.", Kind.END),
  PAUSED(
      "Who paused, or has no contact left, is left alone until they want messages again; that the"
          + " service ends is told to who paused.",
      Kind.DEFER,
      Kind.END),
  NOTHING_LEFT_TO_TELL("What today's plan does not ask for is not sent.", Kind.END),
  TOO_LATE("What is stale, and what nothing newer took over, is not sent any more.", Kind.END),
  NO_CONTACT("A message needs a contact that was confirmed and has not said stop.", Kind.DEFER),
  REFUSED_ROUTE("Nothing goes to numbers and mailboxes of the refused routes.", Kind.DEFER),
  NIGHT("Messages leave from 09:00 until 20:00 where the person lives.", Kind.DEFER),
  SUNDAY("Sunday is a day of rest, unless 72 hours or less are left.", Kind.DEFER),
  HOLIDAY(
      "A public holiday of the host country is one too, unless 72 hours or less are left.",
      Kind.DEFER),
  ONE_A_DAY("A person gets one message a day.", Kind.DEFER),
  ONE_SMS_A_WEEK(
      "A phone gets one text in seven days; last calls, what follows expiry and the end of the"
          + " service apart.",
      Kind.DEFER),
  TOO_SHORT("Less than 15 minutes are too short for a message to arrive in.", Kind.DEFER),
  CHANNEL_CLOSED("While a provider refuses us, its messages wait.", Kind.DEFER),
  BUDGET("Texts wait when the money of the day is spent; last calls have a reserve.", Kind.DEFER);

  private final String sentence;
  private final Set<Kind> verdicts;

  Rule(String sentence, Kind... verdicts) {
    this.sentence = sentence;
    this.verdicts = Set.of(verdicts);
  }

  /** The rule in one sentence for people who do not read code. */
  public String sentence() {
    return sentence;
  }

  /** What it may say. */
  public Set<Kind> verdicts() {
    return verdicts;
  }

  /** The word used as a metric tag. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
