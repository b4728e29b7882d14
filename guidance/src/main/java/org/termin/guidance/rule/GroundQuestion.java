package org.termin.guidance.rule;

import java.util.List;
import java.util.Map;
import org.termin.contract.words.Language;

/** The one question a pack may ask; "I do not know" is always a further answer. */
public record GroundQuestion(Map<Language, String> text, List<Ground> answers) {

  /** One neutral answer. */
  public record Ground(String id, Map<Language, String> text) {
    public Ground {
      text = Map.copyOf(text);
    }
  }

  public GroundQuestion {
    text = Map.copyOf(text);
    answers = List.copyOf(answers);
    if (answers.isEmpty() || answers.size() > 4) {
      throw new IllegalArgumentException("a ground question has one to four answers");
    }
  }

  /** Whether this is one of the answers. */
  public boolean knows(String ground) {
    return answers.stream().anyMatch(answer -> answer.id().equals(ground));
  }
}
