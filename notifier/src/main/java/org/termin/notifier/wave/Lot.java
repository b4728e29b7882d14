package org.termin.notifier.wave;

/** Figures that are drawn together, on days that follow from the calendar alone. */
interface Lot {
  /** Sets it apart from all others, and is the same for ever. */
  String name();

  /** Spreads the work over the releases. */
  default int turn() {
    return Math.floorMod(name().hashCode(), Grid.TURNS);
  }
}
