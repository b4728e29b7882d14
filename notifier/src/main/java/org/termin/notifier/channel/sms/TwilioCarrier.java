package org.termin.notifier.channel.sms;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Channel;
import org.termin.notifier.channel.CallbackAddress;
import org.termin.notifier.channel.Carrier;
import org.termin.notifier.channel.Lookup;
import org.termin.notifier.channel.Lookup.CannotTell;
import org.termin.notifier.channel.Lookup.Taken;
import org.termin.notifier.channel.Outcome;
import org.termin.notifier.channel.Outcome.Accepted;
import org.termin.notifier.channel.Outcome.Ambiguous;
import org.termin.notifier.channel.Outcome.Permanence;
import org.termin.notifier.channel.Outcome.Rejected;
import org.termin.notifier.channel.Outgoing;
import org.termin.notifier.channel.RefusedRoutes;
import org.termin.notifier.channel.Sought;

/** Text messages through Twilio's SDK: one POST per call, whatever the provider answers. */
public final class TwilioCarrier implements Carrier {

  /** More messages to one number in two days than any rule of ours allows. */
  private static final int PAGE = 50;

  /** Before there was anything to list. */
  private static final ZonedDateTime LONG_AGO =
      ZonedDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

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

  /**
   * One page of the number's messages, newest first. The list's own date filter does not see what
   * still waits at Twilio, so the dates are compared here. A redacted text cannot be compared.
   */
  @Override
  public Lookup find(Sought sought) {
    try {
      List<Message> page =
          Message.reader()
              .setTo(new PhoneNumber(sought.to().value()))
              .pageSize(PAGE)
              .firstPage(client)
              .getRecords();
      List<Message> recent =
          page.stream().filter(message -> isSince(message, sought.since())).toList();
      Optional<Lookup> found =
          recent.stream()
              .filter(message -> message.getSid() != null && message.getBody() != null)
              .filter(message -> sought.isText().test(message.getBody()))
              .filter(message -> !sought.isOthers().test(message.getSid()))
              .findFirst()
              .map(TwilioCarrier::taken);
      if (found.isPresent()) {
        return found.get();
      }
      boolean redacted =
          recent.stream()
              .map(Message::getBody)
              .anyMatch(body -> body == null || body.isBlank() || body.contains("REDACTED"));
      boolean more = page.size() >= PAGE && recent.size() == page.size();
      return redacted || more
          ? new CannotTell(redacted ? "redacted" : "more")
          : new Lookup.NotThere();
    } catch (TransportFailure e) {
      return new CannotTell(e.word());
    } catch (TwilioException e) {
      return new CannotTell("unreadable");
    }
  }

  @Override
  public Lookup status(String providerRef) {
    try {
      return taken(Message.fetcher(providerRef).fetch(client));
    } catch (TransportFailure e) {
      return e.isGone() ? new Lookup.NotThere() : new CannotTell(e.word());
    } catch (TwilioException e) {
      return new CannotTell("unreadable");
    }
  }

  /** The shortest list there is: it needs the account and the key, and names nobody. */
  @Override
  public boolean answers() {
    try {
      Message.reader().setDateSent(LONG_AGO).pageSize(1).firstPage(client);
      return true;
    } catch (TwilioException | TransportFailure e) {
      return false;
    }
  }

  private static Lookup taken(Message message) {
    String error = message.getErrorCode() == null ? null : message.getErrorCode().toString();
    return Optional.ofNullable(message.getStatus())
        .flatMap(status -> TwilioStatus.read(status.toString(), error))
        .<Lookup>map(status -> new Taken(message.getSid(), status))
        .orElseGet(() -> new CannotTell("status"));
  }

  private static boolean isSince(Message message, Instant since) {
    return message.getDateCreated() == null
        || !message.getDateCreated().toInstant().isBefore(since);
  }

  @Override
  public boolean forget(String providerRef) {
    try {
      return Message.deleter(providerRef).delete(client);
    } catch (TransportFailure e) {
      return e.isGone();
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
