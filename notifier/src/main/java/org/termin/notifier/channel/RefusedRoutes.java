package org.termin.notifier.channel;

import java.util.Locale;
import org.termin.contract.words.Contact;
import org.termin.contract.words.EmailAddress;
import org.termin.contract.words.PhoneNumber;

/**
 * Routes that pass the hands of those people fled from. Refused when a contact is given, in the
 * gate, and once more here, where the message would leave.
 */
public final class RefusedRoutes {

  private RefusedRoutes() {}

  public static boolean refuses(Contact contact) {
    return switch (contact) {
      case PhoneNumber phone -> phone.value().startsWith("+375");
      case EmailAddress mail -> mail.value().toLowerCase(Locale.ROOT).endsWith(".by");
    };
  }
}
