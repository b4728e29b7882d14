package org.termin.guidance.ladder;

/** Whom a stage is for: people with a phone only get the short ladder. */
public enum Audience {
  EVERYONE,
  WITH_MAIL,
  WITH_PHONE_AND_MAIL;

  /** Whether somebody with these contacts gets the stage. */
  public boolean includes(boolean phone, boolean mail) {
    return switch (this) {
      case EVERYONE -> phone || mail;
      case WITH_MAIL -> mail;
      case WITH_PHONE_AND_MAIL -> phone && mail;
    };
  }
}
