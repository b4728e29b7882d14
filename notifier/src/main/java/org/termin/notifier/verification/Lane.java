package org.termin.notifier.verification;

/** Out of which part of the budgets a message comes. */
enum Lane {
  /** Asked for on a page, as scripts can. */
  PAGE,
  /** The phone it goes to wrote to us. */
  PHONE
}
