package org.termin.notifier.channel.sms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.termin.notifier.channel.Failure;
import org.termin.notifier.channel.Failure.Blame;
import org.termin.notifier.channel.Outcome;
import org.termin.notifier.channel.Outcome.Ambiguous;
import org.termin.notifier.channel.Outcome.Limit;
import org.termin.notifier.channel.Outcome.NotSent;
import org.termin.notifier.channel.Outcome.OurFault;
import org.termin.notifier.channel.Outcome.Permanence;
import org.termin.notifier.channel.Outcome.Rejected;
import org.termin.notifier.channel.Outcome.Scope;

/** Twilio's error numbers as data: what each one says about the person, the text or ourselves. */
public final class TwilioErrors {

  /** What an error number means for the next step. */
  public enum Meaning {
    CONTACT,
    ABSENT,
    OPTED_OUT,
    CONTENT,
    ROUTE,
    SOFT_BLOCK,
    TRANSIENT,
    UNKNOWN_OUTCOME,
    OUR_FAULT,
    /** Not in the table: limited retries and an alert, never a suppression. */
    UNLISTED
  }

  /** One line of the table: a meaning and the pauses after a report; most 0: until it is stale. */
  private record Line(Meaning meaning, Duration second, Duration further, int most) {}

  private static final Line UNLISTED =
      new Line(Meaning.UNLISTED, Duration.ofHours(1), Duration.ofDays(1), 3);

  private static final TwilioErrors TABLE = read();

  private final Map<Integer, Line> lines;

  private TwilioErrors(Map<Integer, Line> lines) {
    this.lines = Map.copyOf(lines);
  }

  public static TwilioErrors table() {
    return TABLE;
  }

  public Meaning meaning(int code) {
    return line(code).meaning();
  }

  /** The numbers that say that nobody is there; on two different days the contact is dead. */
  public List<String> absent() {
    return numbers(Meaning.ABSENT);
  }

  /** The numbers that say that the phone company has been told to stop. */
  public List<String> optedOut() {
    return numbers(Meaning.OPTED_OUT);
  }

  private List<String> numbers(Meaning meaning) {
    return lines.entrySet().stream()
        .filter(line -> line.getValue().meaning() == meaning)
        .map(line -> Integer.toString(line.getKey()))
        .toList();
  }

  /** The outcome of a request that was answered with this number. */
  Outcome onCreate(int code) {
    String reason = Integer.toString(code);
    Line line = line(code);
    return switch (line.meaning()) {
      case CONTACT -> new Rejected(reason, Permanence.CONTACT);
      case OPTED_OUT -> new Rejected(reason, Permanence.OPTED_OUT);
      case CONTENT -> new Rejected(reason, Permanence.CONTENT);
      case ROUTE -> new Rejected(reason, Permanence.ROUTE);
      case OUR_FAULT -> new OurFault(reason);
      case UNKNOWN_OUTCOME -> new Ambiguous(reason);
      case TRANSIENT -> new NotSent(reason);
      case UNLISTED -> new NotSent(reason, null, Limit.UNLISTED, Scope.CONTACT);
      case ABSENT, SOFT_BLOCK ->
          new NotSent(reason, null, new Limit(line.most(), null), Scope.CONTACT);
    };
  }

  /** What a report with this number says; a report without one is a failure without a reason. */
  Failure onReport(String code) {
    boolean numbered = code.matches("\\d{1,6}");
    Line line = numbered ? line(Integer.parseInt(code)) : UNLISTED;
    Blame blame =
        switch (line.meaning()) {
          case CONTACT -> Blame.CONTACT;
          case ABSENT -> Blame.ABSENT;
          case OPTED_OUT -> Blame.OPTED_OUT;
          case CONTENT -> Blame.CONTENT;
          case OUR_FAULT, ROUTE -> Blame.OURS;
          case SOFT_BLOCK, TRANSIENT, UNKNOWN_OUTCOME -> Blame.NOBODY;
          // a status without a number is no number we lack
          case UNLISTED -> numbered ? Blame.UNLISTED : Blame.NOBODY;
        };
    return new Failure(code, blame, line.second(), line.further(), line.most());
  }

  private Line line(int code) {
    return lines.getOrDefault(code, UNLISTED);
  }

  private static TwilioErrors read() {
    Map<Integer, Line> lines = new HashMap<>();
    try (InputStream in = TwilioErrors.class.getResourceAsStream("twilio-errors.csv")) {
      if (in == null) {
        throw new IllegalStateException("twilio-errors.csv is missing from the jar");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> add(lines, line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TwilioErrors(lines);
  }

  private static void add(Map<Integer, Line> lines, String written) {
    String[] cells = written.split("\\s*,\\s*", -1);
    Meaning meaning = Meaning.valueOf(cells[0].strip().toUpperCase(Locale.ROOT));
    Duration second = pause(cells[1]);
    Line line =
        new Line(
            meaning,
            second,
            cells[2].equals("-") ? second : pause(cells[2]),
            cells[3].equals("-") ? 0 : Integer.parseInt(cells[3]));
    for (String code : cells[4].strip().split(" ", -1)) {
      if (lines.put(Integer.valueOf(code), line) != null) {
        throw new IllegalStateException("twilio-errors.csv names " + code + " twice");
      }
    }
  }

  private static Duration pause(String cell) {
    return cell.equals("-") ? Duration.ZERO : Duration.parse(cell);
  }
}
