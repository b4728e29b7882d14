package org.termin.contract.sealed;

/** Bounds of slot numbers. */
final class Slots {

  private Slots() {}

  static int check(int slot) {
    if (slot < 0 || slot >= ContactSlot.WHOLE_REGISTRATION) {
      throw new IllegalArgumentException("not a slot");
    }
    return slot;
  }
}
