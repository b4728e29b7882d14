package org.termin.guidance.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.termin.guidance.text.People.TEXTS;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.termin.contract.words.Language;
import org.termin.contract.words.Wording;
import org.termin.guidance.pack.BannedWords;

class NotesTest {
  private static final String LONGEST = "я".repeat(12);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 3);
  private static final List<Note.Closing.Day> DAYS =
      IntStream.rangeClosed(1, 12)
          .mapToObj(number -> new Note.Closing.Day(number, LocalDate.of(2027, number, 14)))
          .toList();

  static Stream<Note> notes() {
    return Stream.of(
        new Note.Code("123456"),
        new Note.Sample(Wording.DISCREET),
        new Note.Sample(Wording.CLEAR),
        new Note.Filed(),
        new Note.Done(),
        new Note.Later(1),
        new Note.Undone(),
        new Note.NothingToUndo(),
        new Note.Stopped(),
        new Note.StoppedLast(),
        new Note.Sooner(6),
        new Note.NotPutOff(),
        new Note.NotUnderstood(),
        new Note.AnsweredElsewhere(12),
        new Note.UndoneElsewhere(),
        new Note.FailingElsewhere(),
        new Note.StoppedElsewhere(),
        new Note.RegisteredAgain(),
        new Note.ContactReplaced(),
        new Note.ChangedOnPage(),
        new Note.Erased(),
        new Note.Closing(LAST, List.of()),
        new Note.Closing(LAST, DAYS),
        new Note.ClosingTakenBack(),
        new Note.AlertNoted(),
        new Note.WaveAhead());
  }

  @ParameterizedTest
  @MethodSource("notes")
  void everyNoteFitsAndGivesNothingAway(Note note) {
    BannedWords banned = BannedWords.load();
    for (Language language : Language.complete()) {
      for (AnswerBy answerBy : AnswerBy.values()) {
        String text = TEXTS.note(language, LONGEST, note, answerBy);
        assertThat(text).startsWith(LONGEST + ": ").doesNotContain("{", "}", "http", "www", "://");
        assertThat(SmsLimits.segments(text)).as(text).isLessThanOrEqualTo(SmsLimits.REMINDER);
        assertThat(banned.inDiscreet(text)).as(text).isEmpty();
        assertThat(banned.inSms(text)).as(text).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void inEveryLanguageNotesSayNothingOfDocumentsNorAskForAnything(Language language) {
    BannedWords banned = BannedWords.load();
    notes()
        .forEach(
            note -> {
              for (AnswerBy answerBy : AnswerBy.values()) {
                String text = TEXTS.note(language, "calm oak", note, answerBy);
                assertThat(text).startsWith("calm oak: ");
                assertThat(banned.inDiscreet(text)).as(text).isEmpty();
                assertThat(banned.inSms(text)).as(text).isEmpty();
              }
            });
  }

  @Test
  void codesAndSamplesTakeOneSegment() {
    List<Note> shortOnes =
        List.of(
            new Note.Code("000000"),
            new Note.Sample(Wording.DISCREET),
            new Note.Sample(Wording.CLEAR),
            new Note.Later(4),
            new Note.Sooner(6),
            new Note.Stopped(),
            new Note.StoppedLast(),
            new Note.NotPutOff(),
            new Note.Filed(),
            new Note.Done());
    for (Language language : Language.complete()) {
      for (Note note : shortOnes) {
        String word = language == Language.EN ? "x".repeat(12) : LONGEST;
        String text = TEXTS.note(language, word, note);
        assertThat(SmsLimits.segments(text)).as(text).isEqualTo(1);
      }
    }
  }

  @Test
  void aCodeReadsLikeThis() {
    assertThat(TEXTS.note(Language.BE, "ціхі лес", new Note.Code("123456")))
        .isEqualTo("ціхі лес: Код: 123456. Дзейнічае 10 хвілін. Нікому яго не кажыце.");
  }

  @Test
  void laterCountsItsWeeks() {
    assertThat(TEXTS.note(Language.BE, "ціхі лес", new Note.Later(2))).contains("праз 2 тыдні");
    assertThat(TEXTS.note(Language.RU, "тихий лес", new Note.Later(1))).contains("через 1 неделю");
    assertThat(TEXTS.note(Language.EN, "calm oak", new Note.Later(4))).contains("in 4 weeks");
    assertThat(TEXTS.note(Language.BE, "ціхі лес", new Note.Sooner(3))).contains("праз 3 дні");
  }

  /** Notes that follow an answer by text are written only to people who can answer by text. */
  @ParameterizedTest
  @MethodSource("notes")
  void nobodyIsAskedForAnAnswerTheyCannotGive(Note note) {
    boolean afterAText =
        note instanceof Note.NotUnderstood
            || note instanceof Note.NothingToUndo
            || note instanceof Note.Code;
    for (Language language : Language.complete()) {
      String text = TEXTS.note(language, "x", note, AnswerBy.PAGE);
      if (!afterAText) {
        assertThat(text).as(text).doesNotContain("9", "0 ");
      }
    }
  }

  @Test
  void aStopSaysHowToUndoIt() {
    for (Language language : Language.complete()) {
      assertThat(TEXTS.note(language, "x", new Note.Stopped())).contains("14").contains("9");
      assertThat(TEXTS.note(language, "x", new Note.StoppedLast())).contains("14").contains("9");
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whoeverIsToldOfTheEndReadsTheDayAndTheirNearestDay(Language language) {
    String text = TEXTS.note(language, "x".repeat(12), new Note.Closing(LAST, DAYS));
    assertThat(text).contains("03.12.2026").contains("14.01.2027").contains("(+");
    assertThat(SmsLimits.segments(text)).isLessThanOrEqualTo(SmsLimits.REMINDER);
  }
}
