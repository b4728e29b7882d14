package org.termin.guidance.ladder;

/** The numbers of the stages as they stand in refs: never renumbered. */
public final class StageNumber {

  /** The confirmation at sign-up: a row without a document, not part of a document's ladder. */
  public static final int CONFIRMATION = 0;

  public static final int PAPERS = 1;
  public static final int START = 2;
  public static final int OBSTACLE = 3;
  public static final int TWO_THIRDS = 4;
  public static final int CONSEQUENCE = 5;
  public static final int ONE_WEEK = 6;
  public static final int LAST_CALL = 7;
  public static final int EXPIRED = 8;
  public static final int GRACE_14 = 9;
  public static final int GRACE_2 = 10;
  public static final int START_MAIL = 12;
  public static final int SAFE_DAY_PASSED = 17;
  public static final int WINDOW_OPENED = 20;
  public static final int CONSEQUENCE_AGAIN = 25;
  public static final int ONE_WEEK_AGAIN = 26;
  public static final int LAST_CALL_AGAIN = 27;
  public static final int WAITING_FIRST = 30;
  public static final int WAITING_LAST = 34;
  public static final int ERRANDS = 50;
  public static final int YOU_ARE_HERE = 60;

  /**
   * The rules changed, and with them the plan of this document; up to 79, the last digit is that of
   * the edition of the rules which the person heard of last.
   */
  public static final int RULES_CHANGED = 70;

  public static final int RULES_CHANGED_LAST = 79;

  /**
   * The service winds down: a row without a document, not part of a ladder; up to 89, the last
   * digit is that of the wind-down's number, as one may be taken back and another begun.
   */
  public static final int CLOSING = 80;

  /** That wind-down was taken back; up to 99. */
  public static final int CLOSING_TAKEN_BACK = 90;

  /** A wave of the size that was asked for lies ahead: a row without a document. */
  public static final int WAVE_AHEAD = 100;

  /** As many wind-downs as stages can tell apart. */
  public static final int CLOSINGS = 10;

  private StageNumber() {}

  /** The stage that tells of the wind-down of that number, counted from 1. */
  public static int closing(int number) {
    return CLOSING + number % CLOSINGS;
  }

  /** The stage that tells that it was taken back. */
  public static int closingTakenBack(int number) {
    return CLOSING_TAKEN_BACK + number % CLOSINGS;
  }

  /** Whether a stage tells that the service winds down. */
  public static boolean isClosing(int stage) {
    return stage >= CLOSING && stage < CLOSING + CLOSINGS;
  }

  /** Whether a stage tells that it goes on after all. */
  public static boolean isClosingTakenBack(int stage) {
    return stage >= CLOSING_TAKEN_BACK && stage < CLOSING_TAKEN_BACK + CLOSINGS;
  }

  /** Whether a stage tells that the rules changed. */
  public static boolean isRulesChanged(int stage) {
    return stage >= RULES_CHANGED && stage <= RULES_CHANGED_LAST;
  }
}
