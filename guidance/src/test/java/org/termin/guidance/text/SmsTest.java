package org.termin.guidance.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.termin.contract.words.DocumentType.PASSPORT;
import static org.termin.contract.words.DocumentType.RESIDENCE_PERMIT;
import static org.termin.contract.words.DocumentType.TRAVEL_DOCUMENT;
import static org.termin.guidance.text.People.TEXTS;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Language;
import org.termin.contract.words.Situation;
import org.termin.contract.words.Wording;
import org.termin.guidance.ladder.Stage;
import org.termin.guidance.ladder.StageNumber;
import org.termin.guidance.pack.BannedWords;
import org.termin.guidance.plan.SlotPlan;
import org.termin.guidance.plan.Verb;

class SmsTest {
  private static final BannedWords BANNED = BannedWords.load();

  private static final Situation SPAIN =
      People.living("ES", People.document(1, RESIDENCE_PERMIT, "2027-02-10"));
  private static final Situation POLAND =
      People.living("PL", People.document(1, RESIDENCE_PERMIT, "2027-02-10"));

  @Test
  void theLastCallInSpainReadsLikeThis() {
    assertThat(sms(7, Wording.CLEAR, Language.BE, SPAIN, "2027-02-08"))
        .isEqualTo(
            "ціхі лес: Дазвол на побыт: апошні напамін, засталося 2 дні. Падайце да ср 10.02.2027."
                + " Сёння ж спытайце юрыста. 1 зроблена · 0 стоп");
    assertThat(sms(7, Wording.DISCREET, Language.RU, SPAIN, "2027-02-08"))
        .isEqualTo("тихий лес: Задача 1: последний раз, 2 дня до ср 10.02.2027. 0 стоп");
    assertThat(sms(7, Wording.CLEAR, Language.EN, SPAIN, "2027-02-08"))
        .isEqualTo(
            "calm oak: Residence permit: last call, 2 days left. File by Wed 10.02.2027. Ask a"
                + " lawyer today. It goes to the immigration office. Reply 1 done, 2 filed, 3"
                + " later, 0 stop");
  }

  @Test
  void newRulesReadLikeThis() {
    int changed = StageNumber.RULES_CHANGED + 3;
    assertThat(sms(changed, Wording.CLEAR, Language.BE, SPAIN, "2026-11-01"))
        .startsWith(
            "ціхі лес: Дазвол на побыт: новыя правілы, тэрмін да ср 10.02.2027. Рыхтуйцеся,"
                + " прымаюць з");
    assertThat(sms(changed, Wording.CLEAR, Language.EN, SPAIN, "2027-01-20"))
        .startsWith(
            "calm oak: Residence permit: the rules changed, your plan too. File by Wed"
                + " 10.02.2027.");
    assertThat(sms(changed, Wording.DISCREET, Language.RU, SPAIN, "2027-01-20"))
        .startsWith("тихий лес: Задача 1: ваш план изменился, срок до ср 10.02.2027.");
  }

  @Test
  void whoHasFiledIsNotToldADayByWhichToFinish() {
    int changed = StageNumber.RULES_CHANGED;
    Situation early = filed("ES", "2027-08-10", "2026-12-20");
    assertThat(sms(changed, Wording.CLEAR, Language.EN, early, "2027-01-20"))
        .contains("You filed on Sun 20.12.2026; whether it counts is not known: ask.");
    Situation inTime = filed("ES", "2027-02-10", "2027-01-15");
    assertThat(sms(changed, Wording.DISCREET, Language.EN, inTime, "2027-01-20"))
        .contains("your plan has changed, open it.");
    assertThat(sms(changed, Wording.CLEAR, Language.EN, inTime, "2027-01-20"))
        .contains("the rules changed, your plan too.")
        .contains("Reply 1 received");
  }

  private static Situation filed(String country, String end, String on) {
    HeldDocument held = People.document(1, RESIDENCE_PERMIT, end);
    return People.living(
        country,
        new HeldDocument(
            1,
            1,
            1,
            held.type(),
            held.lastValidDay(),
            new DocumentState.Filed(LocalDate.parse(on))));
  }

  @Test
  void lateTextsTellTheTrueDays() {
    assertThat(sms(7, Wording.CLEAR, Language.BE, SPAIN, "2027-02-09"))
        .contains("застаўся 1 дзень");
    assertThat(sms(7, Wording.CLEAR, Language.BE, SPAIN, "2027-02-10"))
        .contains("апошні дзень сёння", "Падайце сёння.");
    assertThat(sms(9, Wording.CLEAR, Language.EN, SPAIN, "2027-03-28"))
        .contains(
            "day 46 of 89 after the end", "until Mon 10.05.2027 (date not confirmed): file today");
    assertThat(sms(8, Wording.CLEAR, Language.RU, SPAIN, "2027-02-15"))
        .contains("срок истёк ср 10.02.2027, 5 дней назад", "Берут до пн 10.05.2027");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 12, 60})
  void nobodyIsAskedToFinishByADayThatIsPast(int stage) {
    assertThat(sms(stage, Wording.DISCREET, Language.EN, SPAIN, "2027-02-13"))
        .contains("the safe day was Wed 10.02.2027")
        .doesNotContain("finish");
    assertThat(sms(stage, Wording.CLEAR, Language.EN, SPAIN, "2027-02-13"))
        .contains("they take it until Mon 10.05.2027")
        .doesNotContain("by Wed");
  }

  @Test
  void theConsequenceIsExact() {
    assertThat(sms(5, Wording.CLEAR, Language.BE, POLAND, "2027-01-27"))
        .contains("засталося 14 дзён", "Без дазволу і заявы побыт незаконны.");
    assertThat(sms(5, Wording.CLEAR, Language.EN, SPAIN, "2027-01-27"))
        .contains("a fine is possible; after Mon 10.05.2027 it is refused");
  }

  @Test
  void nobodyIsToldToFileBeforeTheOpening() {
    String text = sms(2, Wording.CLEAR, Language.EN, SPAIN, "2026-11-21");
    assertThat(text).contains("Prepare; it is taken from Sat 12.12.2026").doesNotContain("2 filed");
    assertThat(BANNED.orderToFile(text)).isEmpty();
  }

  @Test
  void severalDocumentsNameTheMostUrgentAndCountTheOthers() {
    Situation family =
        People.living(
            "ES",
            People.document(1, PASSPORT, "2028-02-10"),
            People.document(2, RESIDENCE_PERMIT, "2027-02-10"),
            People.document(3, RESIDENCE_PERMIT, "2027-02-10"));
    Told told = People.told(family, 2, "2027-01-27");
    assertThat(TEXTS.sms(5, Wording.CLEAR, Language.BE, "ціхі лес", told))
        .startsWith("ціхі лес: Дазвол на побыт №2 і яшчэ 2: засталося 14 дзён.");
    assertThat(TEXTS.sms(5, Wording.DISCREET, Language.EN, "calm oak", told))
        .startsWith("calm oak: Task 2 (+2): 14 days left, finish by Wed 10.02.2027.");
  }

  @Test
  void whereNobodyCheckedTheRulesTheTextSaysSo() {
    Situation elsewhere = People.living("JP", People.document(1, PASSPORT, "2027-06-14"));
    Told told = People.told(elsewhere, 1, "2026-11-21");
    assertThat(TEXTS.sms(2, Wording.CLEAR, Language.EN, "calm oak", told))
        .contains("For your country we have no checked rules")
        .contains("(date not confirmed)");
    assertThat(TEXTS.sms(2, Wording.CLEAR, Language.BE, "ціхі лес", told))
        .contains("Правілаў краіны не ведаем")
        .contains("(няпэўна)");
  }

  @Test
  void polandsSimplifiedWayIsAskedForAndNotPromised() {
    Situation resident =
        People.living(
            "PL",
            People.document(1, PASSPORT, "2027-02-10"),
            People.document(2, RESIDENCE_PERMIT, "2027-12-01"));
    Told told = People.told(resident, 1, "2027-02-11");
    assertThat(TEXTS.sms(20, Wording.CLEAR, Language.EN, "calm oak", told))
        .contains("they may take it now")
        .contains("Ask the voivodeship office whether the simplified way is open by")
        .contains("last seen open until 30.06.2026; what came after we do not know");
    assertThat(TEXTS.sms(20, Wording.CLEAR, Language.RU, "мягкий месяц", told))
        .contains("Спросите воеводу, берут ли упрощённо до");
  }

  /** Every stage of real ladders, on its own day and a week late, fits and says nothing banned. */
  @ParameterizedTest
  @ValueSource(strings = {"PL", "ES", "JP"})
  void everyStageOfEveryLadderCanBeSent(String country) {
    SoftAssertions all = new SoftAssertions();
    Situation household =
        People.living(
            country,
            People.document(1, PASSPORT, "2027-06-14"),
            People.document(2, RESIDENCE_PERMIT, "2027-08-20"),
            People.document(3, TRAVEL_DOCUMENT, "2027-09-01"));
    for (int document = 1; document <= 3; document++) {
      SlotPlan first = People.told(household, document, "2026-01-10").slot();
      assertThat(first.stages()).isNotEmpty();
      for (Stage stage : first.stages()) {
        for (int late : List.of(0, 7)) {
          check(all, stage.number(), People.told(household, document, stage.on().plusDays(late)));
        }
      }
    }
    all.assertAll();
  }

  private static void check(SoftAssertions all, int stage, Told told) {
    Verb verb = told.slot().verb();
    boolean mayFile =
        verb == Verb.FILE || verb == Verb.FILE_LATE || verb == Verb.PREPARE_AND_FILE_WHEN_TAKEN;
    for (Language language : Language.complete()) {
      String word = CodeWords.of(language, 2047);
      oneWay(all, stage, told, language, word);
      String clear = TEXTS.sms(stage, Wording.CLEAR, language, word, told);
      String discreet = TEXTS.sms(stage, Wording.DISCREET, language, word, told);
      all.assertThat(clear).startsWith(word + ": ");
      all.assertThat(SmsLimits.segments(clear)).as(clear).isLessThanOrEqualTo(2);
      all.assertThat(SmsLimits.segments(discreet)).as(discreet).isEqualTo(1);
      all.assertThat(BANNED.inSms(clear)).as(clear).isEmpty();
      all.assertThat(BANNED.inSms(discreet)).as(discreet).isEmpty();
      all.assertThat(BANNED.inDiscreet(discreet)).as(discreet).isEmpty();
      if (!mayFile) {
        all.assertThat(BANNED.orderToFile(clear)).as(clear).isEmpty();
        all.assertThat(BANNED.orderToFile(discreet)).as(discreet).isEmpty();
      }
    }
  }

  /** Where nobody can answer, every text says where to stop, and asks for no answer. */
  private static void oneWay(
      SoftAssertions all, int stage, Told told, Language language, String word) {
    for (Wording wording : Wording.values()) {
      String text = TEXTS.sms(stage, wording, language, word, told, AnswerBy.PAGE);
      boolean noRules = told.country().code().equals("JP") || told.oldSince() != null;
      int most = noRules ? SmsLimits.clear(AnswerBy.PAGE) : SmsLimits.REMINDER;
      all.assertThat(SmsLimits.segments(text)).as(text).isLessThanOrEqualTo(most);
      all.assertThat(text)
          .containsPattern("старонка$|сайт$|старонцы плана$|страница$|странице плана$|plan page$");
      all.assertThat(text).doesNotContain("0 стоп", "0 stop", "1 зроблена", "1 готово", "1 done");
    }
  }

  @ParameterizedTest
  @EnumSource(Wording.class)
  void differentStagesReadDifferently(Wording wording) {
    Told told = People.told(SPAIN, 1, "2027-01-27");
    for (Language language : Language.complete()) {
      Set<String> texts = new HashSet<>();
      List<Integer> stages = List.of(0, 1, 2, 12, 20, 3, 4, 5, 6, 7, 25, 26, 27, 50, 60);
      stages.forEach(stage -> texts.add(TEXTS.sms(stage, wording, language, "x", told)));
      assertThat(texts).hasSameSizeAs(stages);
    }
  }

  @ParameterizedTest
  @EnumSource(Wording.class)
  void theWaitingLadderTellsHowLongItTakes(Wording wording) {
    HeldDocument filed =
        new HeldDocument(
            1,
            2,
            1,
            RESIDENCE_PERMIT,
            LocalDate.parse("2027-02-10"),
            new DocumentState.Filed(LocalDate.parse("2027-01-10")));
    Told told = People.told(People.living("ES", filed), 1, "2027-05-10");
    for (Language language : Language.complete()) {
      Set<String> texts = new HashSet<>();
      for (int stage = 30; stage <= 34; stage++) {
        texts.add(TEXTS.sms(stage, wording, language, "x", told));
      }
      assertThat(texts).hasSize(5);
    }
    assertThat(TEXTS.sms(32, Wording.CLEAR, Language.BE, "x", told))
        .contains("ад падачы 120 дзён")
        .contains("1 атрымана");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void inEveryLanguageDiscreetGivesNothingAwayAndClearNamesNobody(Language language) {
    int texts = 0;
    for (Situation who : List.of(POLAND, SPAIN, filed("ES", "2027-02-10", "2027-01-15"))) {
      for (int stage : Phrasebook.all().get(Language.EN).stages().keySet()) {
        Told told = People.told(who, 1, "2027-01-27");
        for (AnswerBy by : AnswerBy.values()) {
          String discreet = TEXTS.sms(stage, Wording.DISCREET, language, "calm oak", told, by);
          String clear = TEXTS.sms(stage, Wording.CLEAR, language, "calm oak", told, by);
          assertThat(discreet).startsWith("calm oak: ");
          assertThat(clear).startsWith("calm oak: ");
          assertThat(BANNED.inDiscreet(discreet)).as(discreet).isEmpty();
          assertThat(BANNED.inSms(discreet)).as(discreet).isEmpty();
          assertThat(BANNED.inSms(clear)).as(clear).isEmpty();
          texts += 2;
        }
      }
    }
    System.out.printf("S7 %s: %d texts%n", language, texts);
  }

  @Test
  void everyLanguageKnowsEveryStage() {
    List<Integer> stages =
        IntStream.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 17, 20, 25, 26, 27, 30, 31, 32, 33, 34)
            .boxed()
            .toList();
    Phrasebook.all()
        .values()
        .forEach(book -> assertThat(book.stages().keySet()).containsAll(stages).contains(50, 60));
  }

  @Test
  void aLanguageWithoutACountrysStepsLeavesThemOutAndMixesNothing() {
    Told told = People.told(SPAIN, 1, "2027-01-27");
    assertThat(TEXTS.languages()).containsExactlyInAnyOrder(Language.values());
    assertThat(TEXTS.sms(5, Wording.CLEAR, Language.LT, "calm oak", told))
        .startsWith("calm oak: Leidimas gyventi")
        .doesNotContain("After that");
    assertThat(TEXTS.sms(7, Wording.CLEAR, Language.LT, "calm oak", told))
        .doesNotContain("Ask a lawyer");
  }

  @Test
  void whomToCallIsSaidInAnyLanguage() {
    Told told = People.told(POLAND, 1, "2027-03-12");
    assertThat(TEXTS.sms(7, Wording.CLEAR, Language.DE, "calm oak", told))
        .contains("+48 22 490 20 44");
  }

  private static String sms(
      int stage, Wording wording, Language language, Situation who, String on) {
    Told told = People.told(who, 1, LocalDate.parse(on));
    return TEXTS.sms(stage, wording, language, CodeWords.of(language, 0), told);
  }
}
