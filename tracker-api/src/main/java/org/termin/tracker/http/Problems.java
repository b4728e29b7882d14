package org.termin.tracker.http;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.termin.tracker.DoorSettings;

/** Says what is wrong in the caller's language. */
@Component
public class Problems {
  private final MessageSource texts;
  private final String base;

  Problems(MessageSource texts, DoorSettings settings) {
    this.texts = texts;
    this.base = settings.publicUrl() + "/problems/";
  }

  /** The short sentence of a problem. */
  public String title(ProblemKind kind, Locale locale) {
    return texts.getMessage("problem." + kind.id(), null, locale);
  }

  /** What to do about it. */
  public String detail(ProblemKind kind, Locale locale) {
    return texts.getMessage("problem." + kind.id() + ".detail", null, locale);
  }

  /** The name of the way out that every page has. */
  String exit(Locale locale) {
    return texts.getMessage("layout.exit", null, locale);
  }

  Problem problem(ProblemKind kind, List<Fault> faults, Locale locale) {
    return new Problem(
        base + kind.id(),
        title(kind, locale),
        kind.status(),
        detail(kind, locale),
        faults.stream()
            .map(
                at -> new Problem.At(at.pointer(), base + at.kind().id(), title(at.kind(), locale)))
            .toList());
  }

  ResponseEntity<Problem> answer(ProblemKind kind, List<Fault> faults, Locale locale) {
    var answer =
        ResponseEntity.status(kind.status())
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .header("Content-Language", locale.getLanguage());
    if (kind == ProblemKind.UNKNOWN_CODE) {
      answer.header("WWW-Authenticate", "Receipt");
    }
    if (kind == ProblemKind.TOO_MANY_REQUESTS) {
      answer.header("Retry-After", "60");
    }
    return answer.body(problem(kind, faults, locale));
  }
}
