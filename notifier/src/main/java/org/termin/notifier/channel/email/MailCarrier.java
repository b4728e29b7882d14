package org.termin.notifier.channel.email;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
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
  private final JavaMailSenderImpl sender;

  public MailCarrier(MailRelay relay, @Nullable CallbackAddress callback, RefusedRoutes refused) {
    this.relay = relay;
    this.callback = callback;
    this.refused = refused;
    this.sender = relay.sender();
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
    try {
      sender.send(Envelope.of(sender.getSession(), message, relay, callback));
      return new Accepted(null);
    } catch (MessagingException e) {
      return new OurFault("compose");
    } catch (MailException e) {
      return MailOutcomes.of(e);
    }
  }
}
