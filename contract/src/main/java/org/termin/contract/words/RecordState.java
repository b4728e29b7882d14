package org.termin.contract.words;

/**
 * The state of a registration; part of what a sealed record is bound to. Erased means the row is
 * gone.
 */
public enum RecordState {
  PENDING(1),
  ACTIVE(2),
  PAUSED(3),
  UNREACHABLE(4);

  private final int code;

  RecordState(int code) {
    this.code = code;
  }

  /** The number in the row and in the associated data. */
  public int code() {
    return code;
  }

  /** The state of a row's number. */
  public static RecordState of(int code) {
    return switch (code) {
      case 1 -> PENDING;
      case 2 -> ACTIVE;
      case 3 -> PAUSED;
      case 4 -> UNREACHABLE;
      default -> throw new IllegalArgumentException("not a record state");
    };
  }
}
