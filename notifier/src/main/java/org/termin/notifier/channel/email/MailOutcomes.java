package org.termin.notifier.channel.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.termin.notifier.channel.Outcome;
import org.termin.notifier.channel.Outcome.Ambiguous;
import org.termin.notifier.channel.Outcome.NotSent;
import org.termin.notifier.channel.Outcome.OurFault;
import org.termin.notifier.channel.email.SmtpReplies.Phase;

/**
 * Reads what a relay said from the exceptions of the mail library; keeps numbers, drops sentences.
 */
final class MailOutcomes {

  /** RFC 3463: class, subject and detail. It follows the three digits, or a multi-line's dash. */
  private static final Pattern ENHANCED = Pattern.compile("\\b([45]\\.\\d{1,3}\\.\\d{1,3})\\b");

  /** The library keeps the code of a bad greeting or log-in only in its sentence. */
  private static final Pattern RESPONSE = Pattern.compile("(?:response: |^)([45]\\d\\d)\\b");

  private MailOutcomes() {}

  /** No line to the relay: nothing has been said about any letter. */
  static Outcome ofConnecting(MessagingException failure) {
    String said = String.valueOf(failure.getMessage());
    Matcher code = RESPONSE.matcher(said);
    boolean login = failure instanceof AuthenticationFailedException;
    if (!code.find()) {
      return login ? new OurFault("auth") : new NotSent("relay");
    }
    return SmtpReplies.table()
        .outcome(login ? Phase.LOGIN : Phase.HELLO, Integer.parseInt(code.group(1)), "");
  }

  /** The relay refused the letter, or broke off. */
  static Outcome ofSending(MessagingException failure) {
    for (Exception next = failure; next != null; next = next(next)) {
      if (next instanceof SMTPAddressFailedException address) {
        return refused(Phase.RCPT, address.getReturnCode(), address);
      }
    }
    if (failure instanceof SMTPSendFailedException send) {
      String command = String.valueOf(send.getCommand()).toUpperCase(Locale.ROOT);
      return refused(
          command.startsWith("MAIL") ? Phase.MAIL : Phase.DATA, send.getReturnCode(), send);
    }
    return new Ambiguous("no-answer");
  }

  private static @Nullable Exception next(Exception e) {
    return e instanceof MessagingException m ? m.getNextException() : null;
  }

  private static Outcome refused(Phase phase, int code, Exception said) {
    return code < 400 || code > 599
        ? new Ambiguous("cut")
        : SmtpReplies.table().outcome(phase, code, enhanced(said));
  }

  private static String enhanced(Exception e) {
    Matcher found = ENHANCED.matcher(String.valueOf(e.getMessage()));
    return found.find() ? found.group(1) : "";
  }
}
