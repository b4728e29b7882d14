package org.termin.notifier.channel.sms;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Channel;
import org.termin.notifier.channel.CallbackAddress;
import org.termin.notifier.channel.Carrier;
import org.termin.notifier.channel.Outcome;
import org.termin.notifier.channel.Outcome.Accepted;
import org.termin.notifier.channel.Outcome.Ambiguous;
import org.termin.notifier.channel.Outcome.Permanence;
import org.termin.notifier.channel.Outcome.Rejected;
import org.termin.notifier.channel.Outgoing;
import org.termin.notifier.channel.RefusedRoutes;

/** Text messages through Twilio's SDK: one POST per call, whatever the provider answers. */
public final class TwilioCarrier implements Carrier {

  private final TwilioAccount account;
  private final @Nullable CallbackAddress callback;
  private final RefusedRoutes refused;
  private final TwilioRestClient client;

  public TwilioCarrier(
      TwilioAccount account, @Nullable CallbackAddress callback, RefusedRoutes refused) {
    this.account = account;
    this.refused = refused;
    this.callback = callback;
    TwilioRestClient.Builder builder =
        new TwilioRestClient.Builder(account.apiKey(), account.apiSecret())
            .accountSid(account.accountSid())
            .httpClient(new SingleShot(account.baseUrl(), account.connect(), account.total()));
    if (account.region() != null) {
      builder.region(account.region());
    }
    if (account.edge() != null) {
      builder.edge(account.edge());
    }
    this.client = builder.build();
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public Outcome send(Outgoing message) {
    if (refused.refuses(message.to())) {
      return new Rejected("refused-route", Permanence.CONTACT);
    }
    try {
      Message answer = creator(message).create(client);
      return answer.getSid() == null
          ? new Ambiguous("no-reference")
          : new Accepted(answer.getSid());
    } catch (TransportFailure e) {
      return e.outcome();
    } catch (TwilioException e) {
      // Only a 2xx reaches the SDK's parser: the text is probably on its way.
      return new Ambiguous("unreadable");
    }
  }

  @Override
  public boolean forget(String providerRef) {
    try {
      return Message.deleter(providerRef).delete(client);
    } catch (TransportFailure e) {
      return e.outcome() instanceof Outcome.OurFault(String reason)
          && ("20404".equals(reason) || "http-404".equals(reason));
    } catch (TwilioException e) {
      return false;
    }
  }

  private MessageCreator creator(Outgoing message) {
    PhoneNumber to = new PhoneNumber(message.to().value());
    String body = message.text().plain();
    MessageCreator creator =
        account.messagingService() != null
            ? Message.creator(to, account.messagingService(), body)
            : Message.creator(to, new PhoneNumber(Objects.requireNonNull(account.from())), body);
    if (account.messagingService() != null && account.from() != null) {
      creator.setFrom(new PhoneNumber(account.from()));
    }
    if (callback != null) {
      creator.setStatusCallback(callback.smsStatus(message.marks().callback()));
    }
    return creator.setValidityPeriod((int) message.validFor().toSeconds());
  }
}
