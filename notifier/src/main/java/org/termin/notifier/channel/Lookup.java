package org.termin.notifier.channel;

/** What a provider's own books say about one message, asked with one request. */
public sealed interface Lookup {

  /** It is there, under this reference. */
  record Taken(String providerRef, Status status) implements Lookup {}

  /** The books are complete for that time and contact, and do not have it. */
  record NotThere() implements Lookup {}

  /** No usable answer: an error, a redacted list, more entries than one page. Ask again. */
  record CannotTell(String reason) implements Lookup {}

  /** The channel is closed for now; nothing was asked. */
  record Closed() implements Lookup {}

  /** This way out keeps no books. */
  record NoBooks() implements Lookup {}
}
