package org.termin.notifier.settle;

import org.termin.contract.words.AttemptKind;
import org.termin.contract.words.AttemptState;

/**
 * Everything a decision about one attempt looks at, as one value.
 *
 * @param looks how often somebody has looked at it in this state
 * @param resends which repetition of an unknown outcome it is: 0 is the first send
 * @param tries how often its rows were tried before, the most patient row's count
 * @param otherContact another verified contact at which nothing of it has failed
 * @param untouchedContact another verified contact to which none of it has gone at all
 * @param confirmed this contact may still be written to
 * @param failed messages to this contact that told the same and did not arrive, this one not
 *     counted
 * @param absentBefore a message of an earlier day found nobody at this contact
 */
record Facts(
    AttemptKind kind,
    AttemptState state,
    Whose whose,
    int looks,
    int resends,
    int tries,
    boolean otherContact,
    boolean untouchedContact,
    boolean confirmed,
    int failed,
    boolean absentBefore) {

  /** What is left of the registration. */
  enum Whose {
    HERE,
    /** Erased: nothing may be sent any more. */
    GONE,
    /** Its record cannot be opened: an alarm elsewhere, no judgement here. */
    HELD
  }

  boolean reminder() {
    return kind == AttemptKind.REMINDER;
  }
}
