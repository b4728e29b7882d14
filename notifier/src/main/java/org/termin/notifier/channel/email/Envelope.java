package org.termin.notifier.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.termin.notifier.channel.CallbackAddress;
import org.termin.notifier.channel.Outgoing;
import org.termin.notifier.channel.Text;

/** A mail whose Message-ID is ours, so that a repeated one can be recognised and a bounce found. */
final class Envelope extends MimeMessage {

  private final String messageId;

  private Envelope(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  static Envelope of(
      Session session, Outgoing message, MailRelay relay, @Nullable CallbackAddress callback)
      throws MessagingException {
    Text text = message.text();
    Envelope mail =
        new Envelope(session, "<" + message.marks().mail() + "@" + relay.domain() + ">");
    mail.setFrom(new InternetAddress(relay.from()));
    mail.setRecipient(RecipientType.TO, new InternetAddress(message.to().value()));
    mail.setSubject(text.subject() == null ? "Termin" : text.subject(), "UTF-8");
    // the default would tell the zone of this machine
    mail.setHeader(
        "Date",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Clock.systemUTC().instant().atOffset(ZoneOffset.UTC)));
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
    mail.setHeader(
        "Content-Language", message.language().name().toLowerCase(java.util.Locale.ROOT));
    unsubscribe(mail, message, relay, callback);
    mail.setContent(body(text));
    return mail;
  }

  private static void unsubscribe(
      MimeMessage mail, Outgoing message, MailRelay relay, @Nullable CallbackAddress callback)
      throws MessagingException {
    String byMail = "<mailto:" + relay.from() + "?subject=STOP>";
    if (callback == null || !callback.secure()) {
      mail.setHeader("List-Unsubscribe", byMail);
      return;
    }
    mail.setHeader(
        "List-Unsubscribe", "<" + callback.unsubscribe(message.marks().stop()) + ">, " + byMail);
    mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
  }

  private static MimeMultipart body(Text text) throws MessagingException {
    MimeMultipart alternative = new MimeMultipart("alternative");
    alternative.addBodyPart(part(text.plain(), "plain"));
    if (text.html() != null) {
      alternative.addBodyPart(part(text.html(), "html"));
    }
    MimeMultipart mixed = new MimeMultipart("mixed");
    MimeBodyPart words = new MimeBodyPart();
    words.setContent(alternative);
    mixed.addBodyPart(words);
    if (text.calendar() != null) {
      mixed.addBodyPart(calendar(text.calendar()));
    }
    return mixed;
  }

  private static MimeBodyPart part(String content, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(content, "UTF-8", subtype);
    return part;
  }

  private static MimeBodyPart calendar(String content) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(
        new jakarta.activation.DataHandler(
            new jakarta.mail.util.ByteArrayDataSource(
                content.getBytes(StandardCharsets.UTF_8),
                "text/calendar; charset=UTF-8; method=PUBLISH")));
    part.setFileName("calendar.ics");
    return part;
  }
}
