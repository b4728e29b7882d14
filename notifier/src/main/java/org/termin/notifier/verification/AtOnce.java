package org.termin.notifier.verification;

import org.termin.notifier.record.Person;

/** A message said at once, to one slot of one person. */
public sealed interface AtOnce {
  Person person();

  int slot();

  /** The six digits that prove the contact can be reached; at most once. */
  record Code(Person person, int slot, String digits) implements AtOnce {
    @Override
    public String toString() {
      return "Code[slot " + slot + "]";
    }
  }

  /** The test message a person asked for; at most once. */
  record Sample(Person person, int slot) implements AtOnce {}

  /** One line to a contact about something another contact or the page did. */
  record Notice(Person person, int slot, About about) implements AtOnce {
    /** What the line is about. */
    public enum About {
      CONTACT_REPLACED,
      CHANGED_ON_PAGE,
      REGISTERED_ANEW,
      CONTACT_FAILING
    }
  }
}
