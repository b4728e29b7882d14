package org.termin.notifier.canary;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactParse;
import org.termin.contract.words.RussianRoutes;
import org.termin.notifier.CannotStart;

/**
 * Where the daily check goes; without a contact there is none.
 *
 * @param sms the operator's phone, {@code TERMIN_CANARY_SMS}
 * @param email the operator's mailbox, {@code TERMIN_CANARY_EMAIL}
 * @param within how long after it was due it may take to arrive
 */
@ConfigurationProperties("termin.canary")
public record CanarySettings(
    @DefaultValue("") String sms,
    @DefaultValue("") String email,
    @DefaultValue("30m") Duration within) {

  Map<Channel, Contact> contacts(RussianRoutes russian) {
    Map<Channel, Contact> contacts = new EnumMap<>(Channel.class);
    put(contacts, Channel.SMS, sms, "TERMIN_CANARY_SMS", russian);
    put(contacts, Channel.EMAIL, email, "TERMIN_CANARY_EMAIL", russian);
    return contacts;
  }

  private static void put(
      Map<Channel, Contact> contacts,
      Channel channel,
      @Nullable String written,
      String name,
      RussianRoutes russian) {
    if (written == null || written.isBlank()) {
      return;
    }
    if (!(Contact.parse(channel, written, russian)
        instanceof ContactParse.Accepted(Contact read, var _))) {
      throw new CannotStart(
          "%s is not a contact Termin may write to: give a phone with its country code, or a mailbox."
              .formatted(name));
    }
    contacts.put(channel, read);
  }

  /** Holds the operator's own contacts. */
  @Override
  public String toString() {
    return "CanarySettings";
  }
}
