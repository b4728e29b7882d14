package org.termin.contract.words;

/**
 * What a person agreed to: to be reminded, without which nothing works, and to be counted in waves.
 */
public record Consents(boolean reminders, boolean waves) {

  public Consents {
    if (!reminders) {
      throw new IllegalArgumentException("without consent to reminders nothing may be kept");
    }
  }
}
