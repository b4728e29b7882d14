package org.termin.notifier.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Channel;
import org.termin.notifier.channel.CallbackAddress;
import org.termin.notifier.channel.Carrier;
import org.termin.notifier.channel.Outcome;
import org.termin.notifier.channel.Outcome.Accepted;
import org.termin.notifier.channel.Outcome.OurFault;
import org.termin.notifier.channel.Outcome.Permanence;
import org.termin.notifier.channel.Outcome.Rejected;
import org.termin.notifier.channel.Outgoing;
import org.termin.notifier.channel.RefusedRoutes;

/** Mail through the operator's relay: one recipient, one transaction, no second try of its own. */
public final class MailCarrier implements Carrier {

  private final MailRelay relay;
  private final @Nullable CallbackAddress callback;
  private final RefusedRoutes refused;
  private final Session session;

  public MailCarrier(MailRelay relay, @Nullable CallbackAddress callback, RefusedRoutes refused) {
    this.relay = relay;
    this.callback = callback;
    this.refused = refused;
    this.session = relay.session();
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public Outcome send(Outgoing message) {
    if (refused.refuses(message.to())) {
      return new Rejected("refused-route", Permanence.CONTACT);
    }
    Envelope mail;
    Transport line;
    try {
      mail = Envelope.of(session, message, relay, callback);
      mail.saveChanges();
      line = session.getTransport("smtp");
    } catch (MessagingException e) {
      return new OurFault("compose");
    }
    try {
      line.connect(relay.host(), relay.port(), relay.user(), relay.password());
    } catch (MessagingException e) {
      return MailOutcomes.ofConnecting(e);
    }
    return hand(mail, line);
  }

  /** Greets the relay and logs in, and leaves again. */
  @Override
  public boolean answers() {
    try (Transport line = session.getTransport("smtp")) {
      line.connect(relay.host(), relay.port(), relay.user(), relay.password());
      return true;
    } catch (MessagingException e) {
      return false;
    }
  }

  private static Outcome hand(Envelope mail, Transport line) {
    try {
      line.sendMessage(mail, mail.getAllRecipients());
      return new Accepted(null);
    } catch (MessagingException e) {
      return MailOutcomes.ofSending(e);
    } finally {
      try {
        line.close();
      } catch (MessagingException e) {
        // how the line ends says nothing about the letter
      }
    }
  }
}
