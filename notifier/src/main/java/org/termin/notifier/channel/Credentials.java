package org.termin.notifier.channel;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Channel;
import org.termin.notifier.CannotStart;
import org.termin.notifier.channel.email.MailRelay;
import org.termin.notifier.channel.sms.TwilioAccount;

/**
 * What the operator's environment says about providers; a channel without credentials is closed.
 */
@Component
public final class Credentials {

  private final Environment environment;

  public Credentials(Environment environment) {
    this.environment = environment;
  }

  /** Whether messages are kept in memory instead of being sent. */
  public boolean recording() {
    return environment.getProperty("termin.recording", Boolean.class, false);
  }

  boolean wants(Channel channel) {
    List<String> named =
        List.of(
            optional("TERMIN_CHANNELS")
                .orElse("sms,email")
                .toLowerCase(Locale.ROOT)
                .split("[,\\s]+", -1));
    return named.contains(
        switch (channel) {
          case SMS -> "sms";
          case EMAIL -> "email";
        });
  }

  /** Nothing where providers cannot reach us; then outcomes stay unknown for longer. */
  Optional<CallbackAddress> callback() {
    return optional("TERMIN_CALLBACK_URL")
        .flatMap(
            url ->
                optional("TERMIN_CALLBACK_SECRET")
                    .map(secret -> new CallbackAddress(URI.create(url), secret)));
  }

  /** Every token in use while they rotate, separated by commas. */
  public List<String> authTokens() {
    return optional("TWILIO_AUTH_TOKEN").stream()
        .flatMap(tokens -> List.of(tokens.split("[,\\s]+", -1)).stream())
        .toList();
  }

  Optional<TwilioAccount> twilio(Duration connect, Duration total) {
    Optional<String> account = optional("TWILIO_ACCOUNT_SID");
    Optional<String> key = optional("TWILIO_API_KEY");
    Optional<String> secret = optional("TWILIO_API_SECRET");
    @Nullable String from = optional("TWILIO_FROM").orElse(null);
    @Nullable String service = optional("TWILIO_MESSAGING_SERVICE_SID").orElse(null);
    if (account.isEmpty() || key.isEmpty() || secret.isEmpty() || from == null && service == null) {
      return Optional.empty();
    }
    return Optional.of(
        new TwilioAccount(
            account.get(),
            key.get(),
            secret.get(),
            from,
            service,
            optional("TERMIN_TWILIO_BASE_URL").map(Credentials::encrypted).orElse(null),
            optional("TERMIN_TWILIO_REGION").orElse(null),
            optional("TERMIN_TWILIO_EDGE").orElse(null),
            connect,
            total));
  }

  /**
   * Whether texts can be answered: not where the sender is a name, and not where the provider
   * cannot call the door. {@code TERMIN_SMS_TWO_WAY} knows better, for instance of a messaging
   * service that sends under a name.
   */
  public boolean takesAnswers() {
    boolean named = optional("TWILIO_FROM").filter(from -> !from.matches("\\+?[0-9]+")).isPresent();
    return optional("TERMIN_SMS_TWO_WAY")
        .map(Boolean::parseBoolean)
        .orElse(recording() || callback().isPresent() && !named);
  }

  Optional<MailRelay> relay() {
    Optional<String> host = optional("SPRING_MAIL_HOST");
    Optional<String> from = optional("TERMIN_MAIL_FROM");
    if (host.isEmpty() || from.isEmpty()) {
      return Optional.empty();
    }
    boolean local = List.of("localhost", "127.0.0.1", "mailpit").contains(host.get());
    boolean starttls =
        optional("SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED")
            .map(Boolean::parseBoolean)
            .orElse(!local);
    return Optional.of(
        new MailRelay(
            host.get(),
            optional("SPRING_MAIL_PORT").map(Integer::parseInt).orElse(587),
            optional("SPRING_MAIL_USERNAME").orElse(null),
            optional("SPRING_MAIL_PASSWORD").orElse(null),
            starttls,
            from.get()));
  }

  /** Where people open their plan. */
  public URI publicUrl() {
    return URI.create(optional("TERMIN_PUBLIC_URL").orElse("http://127.0.0.1:8080"));
  }

  /** Secrets and numbers would cross the network readable. */
  private static URI encrypted(String url) {
    URI base = URI.create(url);
    if (!"https".equalsIgnoreCase(base.getScheme()) && !isLoopback(base)) {
      throw new CannotStart("TERMIN_TWILIO_BASE_URL must be https, or an address of this machine.");
    }
    return base;
  }

  static boolean isLoopback(URI address) {
    try {
      String host = address.getHost();
      return host != null && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private Optional<String> optional(String name) {
    return Optional.ofNullable(environment.getProperty(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  @Override
  public String toString() {
    return "Credentials";
  }
}
