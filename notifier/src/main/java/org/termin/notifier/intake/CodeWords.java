package org.termin.notifier.intake;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Language;

/** Draws the word by which a person knows that a message is ours. */
@Component
class CodeWords {
  private final SecureRandom random = new SecureRandom();

  String draw(Language language) {
    return "word" + (char) ('a' + random.nextInt(26));
  }
}
