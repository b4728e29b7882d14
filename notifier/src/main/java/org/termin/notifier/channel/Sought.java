package org.termin.notifier.channel;

import java.time.Instant;
import java.util.function.Predicate;
import org.termin.contract.words.Contact;

/**
 * A message whose fate nobody knows, as it can be recognised in a provider's list.
 *
 * @param since not created before; the list's clock is the provider's, so give it a margin
 * @param isText whether this is the text that was sent; the text itself is not kept
 * @param isOthers whether another attempt of ours has that reference already
 */
public record Sought(
    Contact to, Instant since, Predicate<String> isText, Predicate<String> isOthers) {

  @Override
  public String toString() {
    return "Sought[since " + since + "]";
  }
}
