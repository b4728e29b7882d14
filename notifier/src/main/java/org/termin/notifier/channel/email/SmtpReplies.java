package org.termin.notifier.channel.email;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.termin.notifier.channel.Outcome;
import org.termin.notifier.channel.Outcome.Limit;
import org.termin.notifier.channel.Outcome.NotSent;
import org.termin.notifier.channel.Outcome.OurFault;
import org.termin.notifier.channel.Outcome.Permanence;
import org.termin.notifier.channel.Outcome.Rejected;
import org.termin.notifier.channel.Outcome.Scope;

/**
 * What a relay's refusals mean, as data: by the phase, the enhanced code, then the three digits.
 */
final class SmtpReplies {

  /** Where in the conversation the relay refused. */
  enum Phase {
    HELLO,
    LOGIN,
    MAIL,
    RCPT,
    DATA
  }

  private enum Meaning {
    CONTACT,
    MAILBOX,
    CONTENT,
    LATER,
    BUSY,
    POLICY,
    OURS
  }

  private record Line(Meaning meaning, @Nullable Duration pause, int most) {}

  private static final SmtpReplies TABLE = read();
  private static final String ANY = "any";

  private final Map<String, Line> lines;

  private SmtpReplies(Map<String, Line> lines) {
    this.lines = Map.copyOf(lines);
  }

  static SmtpReplies table() {
    return TABLE;
  }

  /**
   * The outcome of a refusal.
   *
   * @param code three digits, 400 to 599
   * @param enhanced RFC 3463, as "5.1.1"; empty where the relay gave none
   */
  Outcome outcome(Phase phase, int code, String enhanced) {
    String reason = enhanced.isEmpty() ? Integer.toString(code) : enhanced;
    return patterns(reason)
        .flatMap(
            pattern ->
                Stream.of(phase.name().toLowerCase(Locale.ROOT), ANY)
                    .map(where -> lines.get(where + " " + pattern)))
        .filter(Objects::nonNull)
        .findFirst()
        .map(line -> outcome(line, reason))
        .orElseGet(() -> new NotSent(reason, null, Limit.UNLISTED, Scope.CONTACT));
  }

  /** The code as it is, then with less and less of it. */
  private static Stream<String> patterns(String code) {
    int dot = code.lastIndexOf('.');
    return dot < 0
        ? Stream.of(code, code.charAt(0) + "xx")
        : Stream.of(code, code.substring(0, dot) + ".x");
  }

  private static Outcome outcome(Line line, String reason) {
    return switch (line.meaning()) {
      case CONTACT -> new Rejected(reason, Permanence.CONTACT);
      case CONTENT -> new Rejected(reason, Permanence.CONTENT);
      case MAILBOX ->
          new NotSent(
              reason, line.pause(), new Limit(line.most(), Permanence.CONTACT), Scope.CONTACT);
      case LATER -> new NotSent(reason, line.pause(), Limit.NONE, Scope.CONTACT);
      case BUSY -> new NotSent(reason, line.pause(), Limit.NONE, Scope.CHANNEL);
      case POLICY -> new NotSent(reason, line.pause(), new Limit(line.most(), null), Scope.CONTACT);
      case OURS -> new OurFault(reason);
    };
  }

  private static SmtpReplies read() {
    try (InputStream in = SmtpReplies.class.getResourceAsStream("smtp-replies.csv")) {
      if (in == null) {
        throw new IllegalStateException("smtp-replies.csv is missing from the jar");
      }
      Map<String, Line> lines = new HashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> add(lines, line));
      return new SmtpReplies(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Map<String, Line> lines, String written) {
    String[] cells = written.split("\\s*,\\s*", -1);
    Line line =
        new Line(
            Meaning.valueOf(cells[0].toUpperCase(Locale.ROOT)),
            cells[1].equals("-") ? null : Duration.parse(cells[1]),
            cells[2].equals("-") ? 0 : Integer.parseInt(cells[2]));
    for (String code : List.of(cells[4].strip().split(" ", -1))) {
      if (lines.put(cells[3] + " " + code, line) != null) {
        throw new IllegalStateException("smtp-replies.csv names " + code + " twice");
      }
    }
  }
}
