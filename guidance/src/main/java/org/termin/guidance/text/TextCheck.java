package org.termin.guidance.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Language;
import org.termin.contract.words.Wording;
import org.termin.guidance.ladder.StageNumber;
import org.termin.guidance.pack.BannedWords;
import org.termin.guidance.plan.Flag;
import org.termin.guidance.plan.SlotPlan;
import org.termin.guidance.plan.Status;
import org.termin.guidance.plan.Trace;
import org.termin.guidance.plan.Verb;
import org.termin.guidance.rule.Pack;
import org.termin.guidance.rule.Route;

/**
 * Composes every stage of every route at its longest, in the build and for editors: too long, or a
 * word that may not be said, and nothing is built.
 */
final class TextCheck {
  /** A Wednesday: no shorter date exists in any of our languages, and none is longer. */
  private static final LocalDate TODAY = LocalDate.of(2027, 2, 10);

  private static final String LONGEST_WORD = "x".repeat(12);

  private final Texts texts;
  private final BannedWords banned = BannedWords.load();
  private final List<String> errors = new ArrayList<>();

  TextCheck(Texts texts) {
    this.texts = texts;
  }

  /** Throws one sentence naming everything wrong, at most the first twenty. */
  void check(List<Pack> packs) {
    texts.languages().forEach(language -> words(texts.book(language)));
    for (Pack pack : packs) {
      for (Route route : pack.routes()) {
        route(pack.country(), route.id(), route.document());
      }
    }
    for (DocumentType type : DocumentType.values()) {
      route(new Country("AQ"), CountryTexts.GENERIC, type);
    }
    if (!errors.isEmpty()) {
      String first = String.join("; ", errors.subList(0, Math.min(20, errors.size())));
      throw new IllegalStateException(errors.size() + " texts cannot be sent: " + first);
    }
  }

  private void route(Country country, String route, DocumentType type) {
    for (Verb verb : Verb.values()) {
      for (long ended : List.of(-28L, 46L)) {
        SlotPlan slot = slot(route, type, verb, TODAY.minusDays(ended));
        told(new Told(country, slot, TODAY, true, 11));
        saysItsStep(new Told(country, slot, TODAY, false, 0));
      }
    }
  }

  private void told(Told told) {
    for (Language language : texts.languages()) {
      for (int stage : texts.book(language).stages().keySet()) {
        for (Wording wording : Wording.values()) {
          for (AnswerBy answerBy : AnswerBy.values()) {
            String text = texts.sms(stage, wording, language, LONGEST_WORD, told, answerBy);
            sms(stage, most(language, wording, answerBy), text, told.slot());
          }
        }
      }
    }
  }

  /** The country's step may be left out of a later text, but not of the one that starts it all. */
  private void saysItsStep(Told told) {
    for (Language language : Language.complete()) {
      texts
          .leftOut(StageNumber.START, language, LONGEST_WORD, told)
          .ifPresent(
              lost ->
                  errors.add(
                      "the first text in %s has no room for: %s (too long)"
                          .formatted(language.wire(), lost)));
    }
  }

  /** The other languages may take a third segment at their very longest. */
  private static int most(Language language, Wording wording, AnswerBy answerBy) {
    return switch (wording) {
      case CLEAR ->
          Language.complete().contains(language) ? SmsLimits.clear(answerBy) : SmsLimits.HARD;
      case DISCREET -> SmsLimits.discreet(answerBy);
    };
  }

  private void sms(int stage, int most, String text, SlotPlan slot) {
    if (SmsLimits.segments(text) > most) {
      errors.add("stage " + stage + " is too long: " + text);
    }
    if (!Actions.mayFile(slot)) {
      banned
          .orderToFile(text)
          .ifPresent(word -> errors.add("stage " + stage + " orders to file: " + text));
    }
  }

  /** What packs say is checked where they are read; here is what every country shares. */
  private void words(Phrasebook book) {
    Stream<Phrasebook.StagePhrases> stages =
        Stream.concat(book.stages().values().stream(), Stream.of(book.openedMaybe()));
    List<String> discreet =
        Stream.of(
                stages.flatMap(stage -> stage.in(true).stream()),
                book.notes().values().stream(),
                book.calendar().values().stream(),
                book.replies().values().stream().flatMap(List::stream),
                book.left().values().stream(),
                Stream.of(book.matter(), book.by(), book.unsure(), book.byToday()))
            .flatMap(phrases -> phrases)
            .toList();
    discreet.forEach(phrase -> said(phrase, banned.inDiscreet(phrase)));
    discreet.forEach(phrase -> said(phrase, banned.inSms(phrase)));
    Stream.concat(
            book.stages().values().stream().flatMap(stage -> stage.in(false).stream()),
            book.actions().values().stream())
        .forEach(phrase -> said(phrase, banned.inSms(phrase)));
    Stream.of(book.mail(), book.trace(), book.waysOut())
        .flatMap(phrases -> phrases.values().stream())
        .forEach(phrase -> said(phrase, banned.inText(phrase)));
  }

  private void said(String phrase, Optional<String> word) {
    word.ifPresent(banned -> errors.add(banned + " may not be said: " + phrase));
  }

  private static SlotPlan slot(String route, DocumentType type, Verb verb, LocalDate end) {
    boolean passed = end.isBefore(TODAY);
    DocumentState state =
        verb == Verb.WAIT ? new DocumentState.Filed(TODAY.minusDays(110)) : DocumentState.HELD;
    return new SlotPlan(
        new HeldDocument(12, 1, 1, type, end, state),
        passed ? Status.GRACE : Status.WINDOW_OPEN,
        verb,
        route,
        verb == Verb.PREPARE ? TODAY.plusDays(7) : end.minusDays(60),
        end.minusDays(50),
        end.minusDays(14),
        end,
        end.plusMonths(3),
        route,
        14,
        Set.of(Flag.NOT_CONFIRMED),
        List.of(),
        List.of(),
        List.of(),
        new Trace(List.of()),
        List.of(),
        false);
  }
}
