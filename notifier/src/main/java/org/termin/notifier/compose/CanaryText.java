package org.termin.notifier.compose;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.termin.contract.words.Channel;
import org.termin.notifier.channel.Text;

/** What the operator reads once a day: that this is the check, and that nothing is to be done. */
public final class CanaryText {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);

  private CanaryText() {}

  /** The check message of that day; one segment. */
  public static Text of(Channel channel, LocalDate day) {
    String words =
        "Termin daily check %s: messages arrive. Nothing to do.".formatted(DAY.format(day));
    return switch (channel) {
      case SMS -> Text.sms(words);
      case EMAIL ->
          Text.mail(
              "Termin daily check " + DAY.format(day),
              words + "\n\nNo mail like this tomorrow morning? Look at the alarms.",
              null,
              null);
    };
  }
}
