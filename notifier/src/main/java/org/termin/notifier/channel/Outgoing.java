package org.termin.notifier.channel;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.termin.contract.sealed.DeliveryNote.Told;
import org.termin.contract.words.Contact;
import org.termin.contract.words.Language;

/**
 * One message to one contact: everything a carrier needs for its single request.
 *
 * @param told the rows it tells, which only a recording keeps; none for codes, samples and answers
 * @param validFor how long the provider may still try; nothing arrives after 21:00 local time
 */
public record Outgoing(
    UUID attempt,
    Contact to,
    Language language,
    Text text,
    List<Told> told,
    Marks marks,
    Duration validFor) {

  /** Longest time a provider may hold a text. */
  public static final Duration LONGEST = Duration.ofSeconds(14_400);

  /** Less time than this is not worth an attempt. */
  public static final Duration SHORTEST = Duration.ofMinutes(15);

  public Outgoing {
    told = List.copyOf(told);
    if (validFor.isNegative() || validFor.isZero()) {
      throw new IllegalArgumentException("a message that is already stale");
    }
    validFor = validFor.compareTo(LONGEST) > 0 ? LONGEST : validFor;
  }

  /** A message that no row asks for. */
  public Outgoing(
      UUID attempt, Contact to, Language language, Text text, Marks marks, Duration validFor) {
    this(attempt, to, language, text, List.of(), marks, validFor);
  }

  /**
   * The opaque marks that let an answer find its attempt again.
   *
   * @param callback goes into the status address
   * @param mail the local part of the Message-ID
   * @param stop one-click unsubscribe; valid after the attempt is deleted
   */
  public record Marks(String callback, String mail, String stop) {
    @Override
    public String toString() {
      return "Marks[…]";
    }
  }

  @Override
  public String toString() {
    return "Outgoing[" + attempt + "]";
  }
}
