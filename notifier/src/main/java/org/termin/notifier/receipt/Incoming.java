package org.termin.notifier.receipt;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.Callback;
import org.termin.contract.sealed.Tokens;
import org.termin.contract.words.PhoneNumber;
import org.termin.notifier.intake.Inbound;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.reply.InboundReply;
import org.termin.notifier.reply.Replies;

/**
 * A provider's call: believed if the provider signed exactly this address and body, and, for a
 * status, if the mark in the address is one of ours.
 */
@Component
class Incoming implements Inbound {

  private static final Logger log = LoggerFactory.getLogger(Incoming.class);

  private final Signatures signatures;
  private final Keyring keys;
  private final Receipts receipts;
  private final Replies replies;

  Incoming(Signatures signatures, Keyring keys, Receipts receipts, Replies replies) {
    this.signatures = signatures;
    this.keys = keys;
    this.receipts = receipts;
    this.replies = replies;
  }

  @Override
  public boolean callback(Callback call, Instant now) {
    Form form = Form.parse(call.body()).orElse(null);
    if (form == null || !signatures.accept(call.url(), form, call.signature())) {
      log.warn("a provider's call without a valid signature was refused");
      return false;
    }
    URI url;
    try {
      url = URI.create(call.url());
    } catch (IllegalArgumentException e) {
      return false;
    }
    String path = String.valueOf(url.getRawPath());
    if (path.endsWith("/sms/status")) {
      return status(url, form);
    }
    return path.endsWith("/sms/reply") && reply(form, now);
  }

  @Override
  public void unsubscribe(UUID registration, int slot, Instant now) {
    replies.unsubscribe(registration, slot, now);
  }

  private boolean status(URI url, Form form) {
    Optional<UUID> attempt =
        Form.parse(String.valueOf(url.getRawQuery()))
            .flatMap(query -> query.get("d"))
            .flatMap(mark -> Tokens.attempt(keys.ledger(), Tokens.Use.CALLBACK, mark));
    Optional<String> status = form.get("MessageStatus");
    if (attempt.isEmpty() || status.isEmpty()) {
      return false;
    }
    try {
      receipts.handle(
          StatusReport.read(
              attempt.get(), status.get(), form.get("ErrorCode"), form.get("MessageSid")));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private boolean reply(Form form, Instant now) {
    Optional<String> from = form.get("From");
    Optional<String> sid = form.get("MessageSid");
    if (from.isEmpty() || sid.isEmpty()) {
      return false;
    }
    try {
      PhoneNumber phone = new PhoneNumber(from.get());
      replies.handle(new InboundReply(sid.get(), phone, form.get("Body").orElse("")), now);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
