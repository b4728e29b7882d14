package org.termin.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpSinkTest {
  private static final String ANNA = "anna@example.org";
  private final SmtpSink sink = SmtpSink.start();

  @AfterEach
  void stop() {
    sink.close();
  }

  @Test
  void keepsWhatItGets() throws MessagingException {
    send(ANNA);
    send("other@example.org");
    assertThat(sink.receivedFor(ANNA))
        .singleElement()
        .satisfies(mail -> assertThat(mail.getSubject()).isEqualTo("Тэрмін"));
    assertThat(sink.received()).hasSize(2);
    sink.reset();
    assertThat(sink.received()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"CUT_BEFORE_250,1", "UNKNOWN_ADDRESS,0", "LATER,0", "POLICY,0"})
  void misbehavesOnceAsScripted(MailScript script, int taken) throws MessagingException {
    sink.answers(ANNA, script);
    assertThatThrownBy(() -> send(ANNA)).isInstanceOf(MessagingException.class);
    assertThat(sink.receivedFor(ANNA)).hasSize(taken);
    send(ANNA);
    assertThat(sink.receivedFor(ANNA)).hasSize(taken + 1);
  }

  private void send(String to) throws MessagingException {
    Properties settings = new Properties();
    settings.put("mail.smtp.host", "127.0.0.1");
    settings.put("mail.smtp.port", Integer.toString(sink.port()));
    MimeMessage mail = new MimeMessage(Session.getInstance(settings));
    mail.setFrom(new InternetAddress("termin@example.org"));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    mail.setSubject("Тэрмін", "UTF-8");
    mail.setText("Добры дзень\n.\nканец", "UTF-8");
    Transport.send(mail);
  }
}
