package org.termin.notifier.intake;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Language;
import org.termin.guidance.text.CodeWords;

/** Draws the word by which a person knows that a message is ours. */
@Component
class CodeWordLot {
  private final SecureRandom random = new SecureRandom();

  String draw(Language language) {
    return CodeWords.of(language, random.nextInt(CodeWords.COUNT));
  }
}
