package org.termin.contract.words;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where a person can be reached; prints itself masked only. */
public sealed interface Contact permits PhoneNumber, EmailAddress {

  /** The channel this contact belongs to. */
  Channel channel();

  /** E.164 or the normalised address: what indexes and keys are made of. */
  @JsonValue
  String value();

  /** Enough for its owner to recognise it, too little for anybody else. */
  String masked();

  /** Reads a normalised contact as sealed records hold it; a leading plus means a phone. */
  @JsonCreator
  static Contact of(String value) {
    return value.startsWith("+") ? new PhoneNumber(value) : new EmailAddress(value);
  }

  /** Reads what a person typed; refuses regime routes, Russian ones included. */
  static ContactParse parse(Channel channel, String written) {
    return parse(channel, written, RussianRoutes.REFUSED);
  }

  /** Reads what a person typed; the operator decided about Russian routes. */
  static ContactParse parse(Channel channel, String written, RussianRoutes russian) {
    return switch (channel) {
      case SMS -> PhoneRules.parse(written, russian);
      case EMAIL -> MailRules.parse(written, russian);
    };
  }

  /** Judges a known contact again, as the last gate and the SMS channel must. */
  static ContactParse check(Contact contact, RussianRoutes russian) {
    return parse(contact.channel(), contact.value(), russian);
  }
}
