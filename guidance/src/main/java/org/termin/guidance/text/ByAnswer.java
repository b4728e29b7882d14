package org.termin.guidance.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Language;
import org.termin.guidance.plan.GroundWindow;
import org.termin.guidance.rule.GroundQuestion;
import org.termin.guidance.rule.GroundQuestion.Ground;

/**
 * What depends on a question of the country that nobody has answered.
 *
 * @param question as it is asked when signing up
 * @param windows by answer, when it is taken; none where all answers give the same days
 * @param shown the answers the steps are for; none where they are for everybody
 */
public record ByAnswer(String question, List<String> windows, @Nullable String shown) {

  public ByAnswer {
    windows = List.copyOf(windows);
  }

  /** Whether the days themselves differ. */
  public boolean datesDiffer() {
    return !windows.isEmpty();
  }

  /** Dates of a person do not print themselves. */
  @Override
  public String toString() {
    return "ByAnswer";
  }

  static @Nullable ByAnswer of(
      Phrasebook book, Told told, CountryTexts country, @Nullable GroundQuestion question) {
    List<GroundWindow> windows = told.slot().windows();
    return question == null || windows.isEmpty()
        ? null
        : new Asked(book, told, country, question).answer(windows);
  }

  /** The question, with what is needed to say it. */
  private record Asked(Phrasebook book, Told told, CountryTexts country, GroundQuestion question) {

    ByAnswer answer(List<GroundWindow> windows) {
      Map<String, List<String>> byDays = new LinkedHashMap<>();
      for (GroundWindow window : windows) {
        byDays.computeIfAbsent(sentence(window), _ -> new ArrayList<>()).addAll(window.answers());
      }
      boolean sameWay = windows.stream().map(GroundWindow::route).distinct().count() == 1;
      List<String> shown =
          windows.stream()
              .filter(window -> window.route().equals(told.slot().route()))
              .flatMap(window -> window.answers().stream())
              .toList();
      return new ByAnswer(
          in(question.text()),
          byDays.size() == 1 ? List.of() : lines(byDays),
          sameWay ? null : answers(shown));
    }

    private List<String> lines(Map<String, List<String>> byDays) {
      return byDays.entrySet().stream()
          .map(one -> answers(one.getValue()) + ": " + one.getKey())
          .toList();
    }

    private String answers(List<String> ids) {
      return question.answers().stream()
          .filter(answer -> ids.contains(answer.id()))
          .map(Ground::text)
          .map(this::in)
          .collect(Collectors.joining("; "));
    }

    private String sentence(GroundWindow window) {
      LocalDate opens = window.opens();
      String phrase = Phrasebook.of(book.mail(), key(window));
      String until = book.day(window.applyBy()) + (window.confirmed() ? "" : book.unconfirmed());
      return phrase.replace("{from}", opens == null ? "" : book.day(opens)).replace("{to}", until);
    }

    private String key(GroundWindow window) {
      LocalDate opens = window.opens();
      if (country.route(window.route()).filesNothing()) {
        return "window-nothing";
      }
      if (!window.possible()) {
        return "window-none";
      }
      if (opens == null) {
        return window.openingKnown() ? "window-by" : "window-by-unknown";
      }
      if (window.openEnded()) {
        return "window-from";
      }
      return opens.isAfter(window.applyBy()) ? "window-too-late" : "window";
    }

    private String in(Map<Language, String> texts) {
      return texts.getOrDefault(book.language(), texts.getOrDefault(Language.EN, ""));
    }
  }
}
