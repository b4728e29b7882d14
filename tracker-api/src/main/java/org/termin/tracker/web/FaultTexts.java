package org.termin.tracker.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Problems;

/** What is wrong with a field, and what to do, in two short sentences. */
@Component
class FaultTexts {
  private final Problems problems;
  private final MessageSource texts;

  FaultTexts(Problems problems, MessageSource texts) {
    this.problems = problems;
    this.texts = texts;
  }

  Map<String, String> of(Map<String, ProblemKind> marks, Locale locale) {
    Map<String, String> said = new LinkedHashMap<>();
    marks.forEach((field, kind) -> said.put(field, of(kind, locale)));
    return said;
  }

  String of(ProblemKind kind, Locale locale) {
    // where a program is told another thing than a person who fills in a form
    String detail =
        texts.getMessage("fault." + kind.id(), null, problems.detail(kind, locale), locale);
    return problems.title(kind, locale) + " " + detail;
  }
}
