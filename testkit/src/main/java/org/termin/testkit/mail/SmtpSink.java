package org.termin.testkit.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps every mail it gets. Per address it can refuse, or take the message and cut the line before
 * saying 250, so that the sender cannot know.
 */
public final class SmtpSink implements AutoCloseable {
  private final GreenMail server;
  private final SmtpLine line;
  private final Map<String, MailScript> scripts = new ConcurrentHashMap<>();

  private SmtpSink() {
    ServerSetup behind = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    behind.setServerStartupTimeout(60_000);
    this.server =
        new GreenMail(behind)
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    server.start();
    this.line = new SmtpLine(server.getSmtp().getPort(), this::next);
  }

  /** Starts on a free port. */
  public static SmtpSink start() {
    return new SmtpSink();
  }

  /** The port for {@code SPRING_MAIL_PORT}; the host is 127.0.0.1. */
  public int port() {
    return line.port();
  }

  /** Treats the next mail to that address so. */
  public SmtpSink answers(String address, MailScript next) {
    scripts.put(address.toLowerCase(Locale.ROOT), next);
    return this;
  }

  /** Says that line, code and all, the next time a sender comes to that phase. */
  public SmtpSink refuses(SmtpLine.Phase phase, String line) {
    this.line.refuses(phase, line);
    return this;
  }

  private MailScript next(String address) {
    MailScript own = scripts.remove(address.toLowerCase(Locale.ROOT));
    return own == null ? MailScript.ACCEPT : own;
  }

  /** Every mail taken, oldest first, whatever its sender saw. */
  public List<MimeMessage> received() {
    return Arrays.stream(server.getReceivedMessages())
        .sorted(Comparator.comparingInt(MimeMessage::getMessageNumber))
        .toList();
  }

  /** The mails to that address. */
  public List<MimeMessage> receivedFor(String address) {
    return received().stream().filter(mail -> isTo(mail, address)).toList();
  }

  private static boolean isTo(MimeMessage mail, String address) {
    try {
      return Arrays.stream(mail.getAllRecipients())
          .anyMatch(one -> one.toString().equalsIgnoreCase(address));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The mail as it came over the wire. */
  public static String raw(MimeMessage mail) {
    return GreenMailUtil.getWholeMessage(mail);
  }

  /** Forgets all mails and scripts. */
  public void reset() {
    scripts.clear();
    line.reset();
    try {
      server.purgeEmailFromAllMailboxes();
    } catch (com.icegreen.greenmail.store.FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    line.close();
    server.stop();
  }
}
