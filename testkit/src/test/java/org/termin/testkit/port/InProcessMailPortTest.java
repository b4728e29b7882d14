package org.termin.testkit.port;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.termin.testkit.mail.SmtpSink;

class InProcessMailPortTest extends MailContract {
  private static SmtpSink sink;

  @BeforeAll
  static void start() {
    sink = SmtpSink.start();
  }

  @AfterAll
  static void stop() {
    sink.close();
  }

  @Override
  protected String host() {
    return "127.0.0.1";
  }

  @Override
  protected int port() {
    return sink.port();
  }

  @Override
  protected List<MimeMessage> receivedFor(String address) {
    return sink.receivedFor(address);
  }
}
