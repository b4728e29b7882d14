package org.termin.guidance.ladder;

import org.termin.contract.words.Channel;

/** The fixed traits of one stage, whatever its day. */
record Rung(
    int number,
    Channel channel,
    Audience audience,
    Shift shift,
    boolean isLastCall,
    boolean isAfterExpiry,
    boolean isUnlessAnswered,
    int quietAfterSignUp) {

  Rung(int number, Channel channel) {
    this(number, channel, Audience.EVERYONE, Shift.EARLIER, false, false, false, 0);
  }

  /** Only for people who read mail. */
  Rung withMail() {
    return new Rung(
        number,
        channel,
        Audience.WITH_MAIL,
        shift,
        isLastCall,
        isAfterExpiry,
        isUnlessAnswered,
        quietAfterSignUp);
  }

  /** The mail beside a text. */
  Rung besideText() {
    return new Rung(
        number,
        channel,
        Audience.WITH_PHONE_AND_MAIL,
        shift,
        isLastCall,
        isAfterExpiry,
        isUnlessAnswered,
        quietAfterSignUp);
  }

  /** It would be untrue if it came early. */
  Rung notEarly() {
    return notEarly(true);
  }

  Rung notEarly(boolean so) {
    return new Rung(
        number,
        channel,
        audience,
        so ? Shift.LATER : Shift.EARLIER,
        isLastCall,
        isAfterExpiry,
        isUnlessAnswered,
        quietAfterSignUp);
  }

  Rung lastCall(boolean so) {
    return new Rung(
        number, channel, audience, shift, so, isAfterExpiry, isUnlessAnswered, quietAfterSignUp);
  }

  Rung afterExpiry() {
    return new Rung(
        number, channel, audience, shift, isLastCall, true, isUnlessAnswered, quietAfterSignUp);
  }

  Rung unlessAnswered() {
    return new Rung(
        number, channel, audience, shift, isLastCall, isAfterExpiry, true, quietAfterSignUp);
  }

  Rung quietAfterSignUp(int days) {
    return new Rung(
        number, channel, audience, shift, isLastCall, isAfterExpiry, isUnlessAnswered, days);
  }
}
