package org.termin.notifier.channel;

import java.time.Duration;

/**
 * Why a message that was taken did not arrive, and how long this contact is left alone then.
 *
 * @param code the provider's number, or a word of ours; never a sentence
 * @param first pause before the second message to this contact; zero: none
 * @param later pause before each further one
 * @param most messages to this contact in all, of those that tell the same; 0: until it is stale
 */
public record Failure(String code, Blame blame, Duration first, Duration later, int most) {

  /** Who or what is at fault. */
  public enum Blame {
    /** The number or mailbox is dead. */
    CONTACT,
    /** Nobody is there; the same on another day means that it is dead. */
    ABSENT,
    /** The person has told the provider to stop. */
    OPTED_OUT,
    /** This text does not pass. */
    CONTENT,
    /** Our account, sender or balance. */
    OURS,
    /** Nobody: a phone that is off, a network that is full. */
    NOBODY,
    /** Our tables do not know the code: somebody has to look it up, nobody is suppressed. */
    UNLISTED
  }

  /** The pause before the next message to this contact, where so many have failed already. */
  public Duration pause(int failed) {
    return failed <= 1 ? first : later;
  }

  /** Whether this contact may be tried again after so many failures. */
  public boolean again(int failed) {
    return !first.isZero() && (most == 0 || failed < most);
  }
}
