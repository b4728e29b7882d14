package org.termin.contract.words;

import java.util.Set;

/**
 * What became of a contact a person typed: accepted, perhaps with a warning, or refused and why.
 */
public sealed interface ContactParse {

  /** The contact is usable; warnings are shown beside the field. */
  record Accepted(Contact contact, Set<Warning> warnings) implements ContactParse {
    public Accepted {
      warnings = Set.copyOf(warnings);
    }
  }

  /** The contact must not be used; nothing of it is kept. */
  record Refused(Refusal reason) implements ContactParse {}

  /** Why a contact is refused. */
  enum Refusal {
    /** Not a number or address at all. */
    UNREADABLE,
    /** Without a plus and a country code nobody knows where it is. */
    NO_COUNTRY_CODE,
    /** +375 or .by: the operator must hand everything over. */
    REGIME_ROUTE,
    /** Russian number or mailbox while the operator has not allowed them. */
    RUSSIAN_ROUTE,
    PREMIUM,
    SHARED_COST,
    SATELLITE,
    /** A line that receives no texts, such as a landline, pager or short service number. */
    NO_TEXTS
  }

  /** What a person should know about a contact we accept. */
  enum Warning {
    /** Allowed here, but read by the same people who issued the passport, or their friends. */
    RUSSIAN_ROUTE,
    /** May be a landline: a text may never arrive. */
    MAY_NOT_TAKE_TEXTS
  }
}
