package org.termin.contract.words;

/**
 * The operator's switch for Russian numbers and mailboxes; off unless somebody decided otherwise.
 */
public enum RussianRoutes {
  REFUSED,
  ALLOWED
}
