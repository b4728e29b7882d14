package org.termin.notifier.channel.email;

import jakarta.mail.Session;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The operator's mail relay.
 *
 * @param from the sender's address, shown to people and used for the envelope
 */
public record MailRelay(
    String host,
    int port,
    @Nullable String user,
    @Nullable String password,
    boolean starttls,
    String from) {

  private static final int CONNECT_MILLIS = 3_000;
  private static final int READ_MILLIS = 15_000;

  /** The part of the sender's address that names us in greetings and message ids. */
  String domain() {
    return from.substring(from.lastIndexOf('@') + 1);
  }

  /** Angus waits for ever, greets with the machine's name and downgrades silently by default. */
  Session session() {
    Properties mail = new Properties();
    mail.setProperty("mail.smtp.auth", Boolean.toString(user != null));
    mail.setProperty("mail.smtp.connectiontimeout", Integer.toString(CONNECT_MILLIS));
    mail.setProperty("mail.smtp.timeout", Integer.toString(READ_MILLIS));
    mail.setProperty("mail.smtp.writetimeout", Integer.toString(READ_MILLIS));
    mail.setProperty("mail.smtp.localhost", domain());
    mail.setProperty("mail.smtp.from", from);
    mail.setProperty("mail.smtp.dsn.ret", "HDRS");
    mail.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
    mail.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
    mail.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    return Session.getInstance(mail);
  }

  @Override
  public String toString() {
    return "MailRelay[…]";
  }
}
