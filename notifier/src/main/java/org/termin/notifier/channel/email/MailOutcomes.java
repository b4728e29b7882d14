package org.termin.notifier.channel.email;

import jakarta.mail.MessagingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.termin.notifier.channel.Outcome;
import org.termin.notifier.channel.Outcome.Ambiguous;
import org.termin.notifier.channel.Outcome.NotSent;
import org.termin.notifier.channel.Outcome.OurFault;
import org.termin.notifier.channel.Outcome.Permanence;
import org.termin.notifier.channel.Outcome.Rejected;

/**
 * Reads what a relay said from the exceptions of three libraries; keeps numbers, drops sentences.
 */
final class MailOutcomes {

  private static final Pattern ENHANCED =
      Pattern.compile("\\b([245])\\.(\\d{1,3})\\.(\\d{1,3})\\b");

  private MailOutcomes() {}

  static Outcome of(MessagingException failure) {
    for (Exception next = failure; next != null; next = next(next)) {
      if (next instanceof SMTPAddressFailedException address) {
        return recipient(address.getReturnCode(), enhanced(address));
      }
    }
    if (failure instanceof SMTPSendFailedException send) {
      return letter(send.getReturnCode());
    }
    return new Ambiguous("no-answer");
  }

  private static @Nullable Exception next(Exception e) {
    return e instanceof MessagingException m ? m.getNextException() : null;
  }

  private static Outcome recipient(int code, String enhanced) {
    if (enhanced.startsWith("5.7.")) {
      return new OurFault(enhanced);
    }
    if (code == 552 || "5.2.2".equals(enhanced)) {
      return new NotSent("mailbox-full", java.time.Duration.ofDays(1));
    }
    return code >= 500
        ? new Rejected(Integer.toString(code), Permanence.CONTACT)
        : new NotSent(Integer.toString(code));
  }

  private static Outcome letter(int code) {
    if (code < 400) {
      return new Ambiguous("cut");
    }
    return code < 500 ? new NotSent(Integer.toString(code)) : new OurFault(Integer.toString(code));
  }

  private static String enhanced(Exception e) {
    Matcher found = ENHANCED.matcher(String.valueOf(e.getMessage()));
    return found.find() ? found.group() : "";
  }
}
