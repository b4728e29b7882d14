package org.termin.notifier.channel;

import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactParse.Refused;
import org.termin.contract.words.RussianRoutes;

/**
 * Routes that pass the hands of those people fled from, or that only cost. Refused when a contact
 * is given, in the gate, and once more here, where the message would leave.
 */
public record RefusedRoutes(RussianRoutes russian) {

  public boolean refuses(Contact contact) {
    if (Contact.check(contact, russian) instanceof Refused(var reason)) {
      return switch (reason) {
        case REGIME_ROUTE, RUSSIAN_ROUTE, PREMIUM, SHARED_COST, SATELLITE -> true;
        // numbering plans change; a contact that once took our code is not refused for its form
        case UNREADABLE, NO_COUNTRY_CODE, NO_TEXTS -> false;
      };
    }
    return false;
  }
}
