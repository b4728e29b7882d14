package org.termin.contract.sealed;

import java.time.Instant;

/** Names a budget's row without saying whose budget it is. */
public final class BudgetKeys {

  private BudgetKeys() {}

  /** What is limited; money is counted in ten-thousandths. */
  public enum Scope {
    CODE_DESTINATION("code-destination"),
    /** Country calling code and three digits. */
    CODE_PREFIX("code-prefix"),
    /** The same for a whole day. */
    CODE_PREFIX_DAY("code-prefix-day"),
    CODE_COUNTRY("code-country"),
    CODE_MONEY("code-money"),
    /** Of these four, what goes to phones that did not write to us. */
    PAGE_PREFIX("page-prefix"),
    PAGE_PREFIX_DAY("page-prefix-day"),
    PAGE_COUNTRY("page-country"),
    PAGE_MONEY("page-money"),
    /** What goes to phones that wrote to us. */
    PHONE_PREFIX("phone-prefix"),
    PHONE_PREFIX_DAY("phone-prefix-day"),
    /** One kind of warning to one contact. */
    WARNING_DESTINATION("warning-destination"),
    /** One kind of warning to one range. */
    WARNING_PREFIX("warning-prefix"),
    WARNING_MONEY("warning-money"),
    REMINDER_MONEY("reminder-money"),
    /** Messages that answers caused at one contact. */
    ANSWER_DESTINATION("answer-destination"),
    ANSWER_MONEY("answer-money"),
    /** The one explanation of a week to somebody whose answer was not understood. */
    ANSWER_HELP("answer-help");

    private final String wire;

    Scope(String wire) {
      this.wire = wire;
    }
  }

  /** The key of one window of one budget. */
  public static byte[] of(EpochKeys keys, Scope scope, String value, Instant windowStart) {
    byte[] layout =
        Bytes.label("termin/budget/1")
            .text(scope.wire)
            .zero()
            .text(value)
            .zero()
            .u32(windowStart.getEpochSecond())
            .done();
    return Derive.hmac(keys.index(), layout, 16);
  }
}
