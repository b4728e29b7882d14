package org.termin.notifier.reply;

import org.termin.contract.words.Contact;

/**
 * A text that came back. A number can be forged: it is a hint, and what it does can be undone.
 *
 * @param id the provider's name for it, so that a repeated call changes nothing
 */
public record InboundReply(String id, Contact from, String text) {

  @Override
  public String toString() {
    return "InboundReply";
  }
}
