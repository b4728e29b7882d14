package org.termin.testkit.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What Termin needs of a mail server, whoever runs it: what is taken arrives, and as it was. */
public abstract class MailContract {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String WORDS = "Добры дзень\r\n.\r\n.. пункты\r\nканец";
  private static final String STOP = "<https://termin.example/stop/x>, <mailto:stop@example.org>";

  /** The name or address of its SMTP port. */
  protected abstract String host();

  /** Its SMTP port. */
  protected abstract int port();

  /** What it has for that address, as it came over the wire. */
  protected abstract List<MimeMessage> receivedFor(String address) throws MessagingException;

  @Test
  void keepsWordsAndHeadersAsTheyWere() throws Exception {
    String anna = somebody();
    MimeMessage sent = mail(anna, "Тэрмін: пашпарт");
    Transport.send(sent);

    MimeMessage mail = only(anna);
    assertThat(mail.getSubject()).isEqualTo("Тэрмін: пашпарт");
    assertThat(mail.getMessageID()).isEqualTo(sent.getMessageID());
    assertThat(mail.getHeader("List-Unsubscribe", null)).isEqualTo(STOP);
    assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    MimeMultipart both = (MimeMultipart) mail.getContent();
    assertThat(both.getCount()).isEqualTo(2);
    assertThat(String.valueOf(both.getBodyPart(0).getContent()).strip()).isEqualTo(WORDS);
    assertThat(String.valueOf(both.getBodyPart(1).getContent())).contains("<p>Добры дзень</p>");
  }

  /** Nobody but Termin can keep a mail from being sent twice. */
  @Test
  void takesTheSameMailTwice() throws Exception {
    String anna = somebody();
    MimeMessage mail = mail(anna, "Тэрмін");
    Transport.send(mail);
    Transport.send(mail);
    await().atMost(PATIENCE).until(() -> receivedFor(anna).size() == 2);
  }

  @Test
  void takesSeveralMailsOverOneLine() throws Exception {
    String anna = somebody();
    String olga = somebody();
    MimeMessage first = mail(anna, "Першы");
    try (Transport line = session().getTransport("smtp")) {
      line.connect();
      line.sendMessage(first, first.getAllRecipients());
      MimeMessage second = mail(olga, "Другі");
      line.sendMessage(second, second.getAllRecipients());
    }
    assertThat(only(anna).getSubject()).isEqualTo("Першы");
    assertThat(only(olga).getSubject()).isEqualTo("Другі");
  }

  private MimeMessage only(String address) throws Exception {
    await().atMost(PATIENCE).until(() -> !receivedFor(address).isEmpty());
    List<MimeMessage> received = receivedFor(address);
    assertThat(received).hasSize(1);
    return received.getFirst();
  }

  private static String somebody() {
    return UUID.randomUUID() + "@example.org";
  }

  private Session session() {
    Properties settings = new Properties();
    settings.put("mail.smtp.host", host());
    settings.put("mail.smtp.port", Integer.toString(port()));
    settings.put("mail.smtp.connectiontimeout", "20000");
    settings.put("mail.smtp.timeout", "20000");
    return Session.getInstance(settings);
  }

  private MimeMessage mail(String to, String subject) throws MessagingException {
    MimeMessage mail = new MimeMessage(session());
    mail.setFrom(new InternetAddress("termin@example.org"));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    mail.setSubject(subject, "UTF-8");
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("List-Unsubscribe", STOP);
    MimeMultipart both = new MimeMultipart("alternative");
    both.addBodyPart(part(WORDS, "plain"));
    both.addBodyPart(part("<p>Добры дзень</p>", "html"));
    mail.setContent(both);
    mail.saveChanges();
    return mail;
  }

  private static MimeBodyPart part(String words, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(words, "UTF-8", subtype);
    return part;
  }
}
