package org.termin.guidance.text;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Language;
import org.termin.contract.words.Wording;

/**
 * What a mail is about.
 *
 * @param lines the documents, the most urgent first
 * @param page where people open their plan; carries no token
 * @param unsubscribe the one-click address; none where the mail cannot be unsubscribed from
 * @param closing the last day of the service, in the mail that says so; otherwise none
 */
public record MailRequest(
    Wording wording,
    Language language,
    String codeWord,
    List<Line> lines,
    URI page,
    @Nullable URI unsubscribe,
    @Nullable LocalDate closing) {

  public MailRequest {
    lines = List.copyOf(lines);
  }

  /** A mail of a service that goes on. */
  public MailRequest(
      Wording wording,
      Language language,
      String codeWord,
      List<Line> lines,
      URI page,
      @Nullable URI unsubscribe) {
    this(wording, language, codeWord, lines, page, unsubscribe, null);
  }

  /** One document and the stage it has reached. */
  public record Line(int stage, Told told) {}

  /** Documents and addresses do not print themselves. */
  @Override
  public String toString() {
    return "MailRequest of " + lines.size() + " documents";
  }
}
