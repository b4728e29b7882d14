package org.termin.guidance.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Language;
import org.termin.contract.words.Situation;
import org.termin.contract.words.Wording;
import org.termin.guidance.Guidance;
import org.termin.guidance.ladder.Stage;
import org.termin.guidance.pack.BannedWords;
import org.termin.guidance.pack.LocalText;
import org.termin.guidance.pack.PackTexts;
import org.termin.guidance.pack.Packs;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.Planner;
import org.termin.guidance.plan.SlotPlan;
import org.termin.guidance.plan.Status;
import org.termin.guidance.plan.Verb;
import org.termin.guidance.rule.GroundQuestion;
import org.termin.guidance.rule.Pack;

/** Every day of ten years, with packs that nobody touches: what is told, and whether it is true. */
class TenYearsTest {
  private static final Packs PACKS = Packs.load();
  private static final Guidance GUIDANCE = Guidance.of(PACKS);
  private static final Texts TEXTS = Texts.of(PACKS);
  private static final BannedWords BANNED = BannedWords.load();
  private static final LocalDate BEGIN = LocalDate.of(2026, 11, 22);
  private static final int DAYS = 3653;
  private static final URI PAGE = URI.create("https://termin.example/me");

  /** In the profile ten households for each answer of a country's question, else one. */
  private static final int HOUSEHOLDS = Boolean.getBoolean("termin.reliability") ? 10 : 1;

  private int messages;
  private int old;

  static Stream<Country> countries() {
    return GUIDANCE.packs().keySet().stream();
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("countries")
  void noMessageContradictsItsWindowOnAnyDayNorSaysAnOldRuleAsAFact(Country country) {
    Random random = new Random(20_261_122L + country.code().hashCode());
    for (String ground : grounds(country)) {
      for (int n = 0; n < HOUSEHOLDS; n++) {
        live(country, ground, random);
      }
    }
    assertThat(messages).isPositive();
    // the packs were checked on one day, so from some day on every message is about old rules
    assertThat(old).isPositive();
  }

  private static List<@Nullable String> grounds(Country country) {
    List<@Nullable String> grounds = new ArrayList<>();
    grounds.add(null);
    Pack pack = GUIDANCE.pack(country).orElseThrow();
    GroundQuestion question = pack.question();
    if (question != null) {
      question.answers().forEach(answer -> grounds.add(answer.id()));
    }
    return grounds;
  }

  /** People get new documents now and then, so that something ends in every year. */
  private void live(Country country, @Nullable String ground, Random random) {
    LocalDate passport = BEGIN.plusDays(random.nextInt(900));
    LocalDate permit = BEGIN.plusDays(random.nextInt(700));
    for (int n = 0; n < DAYS; n++) {
      LocalDate day = BEGIN.plusDays(n);
      if (day.isAfter(passport.plusDays(200))) {
        passport = day.plusDays(400 + random.nextInt(2_000));
      }
      if (day.isAfter(permit.plusDays(100))) {
        permit = day.plusDays(200 + random.nextInt(900));
      }
      Situation situation =
          new Situation(
              country,
              null,
              ground,
              List.of(
                  held(1, DocumentType.PASSPORT, passport),
                  held(2, DocumentType.RESIDENCE_PERMIT, permit)));
      Plan plan = Planner.plan(situation, GUIDANCE, day);
      plan.slots().forEach(slot -> look(country, slot, day));
    }
  }

  private static HeldDocument held(int number, DocumentType type, LocalDate end) {
    return new HeldDocument(number, 1, 1, type, end, DocumentState.HELD);
  }

  private void look(Country country, SlotPlan slot, LocalDate day) {
    verbFitsTheWindow(slot, day);
    for (Stage stage : slot.stages()) {
      if (stage.on().equals(day)) {
        Told told = new Told(country, slot, day, true, 1);
        for (Language language : Language.values()) {
          text(stage.number(), language, told);
          mail(stage.number(), language, told);
          messages++;
        }
      }
    }
  }

  private static void verbFitsTheWindow(SlotPlan slot, LocalDate day) {
    LocalDate opens = slot.opens();
    LocalDate applyBy = Objects.requireNonNull(slot.applyBy());
    switch (slot.verb()) {
      case FILE -> {
        assertThat(opens == null || !day.isBefore(opens)).isTrue();
        // a step without a last day stays open
        assertThat(!day.isAfter(applyBy) || slot.closes() == null).isTrue();
      }
      case FILE_LATE -> {
        assertThat(opens == null || !day.isBefore(opens)).isTrue();
        assertThat(day).isAfter(applyBy);
        LocalDate last = slot.graceEnd() == null ? slot.closes() : slot.graceEnd();
        assertThat(last == null || !day.isAfter(last)).isTrue();
      }
      case PREPARE_AND_FILE_WHEN_TAKEN -> assertThat(day).isBeforeOrEqualTo(applyBy);
      case PREPARE -> assertThat(opens == null || day.isBefore(opens)).isTrue();
      case ACT, ASK, WAIT, NOTHING -> {}
    }
    if (slot.status() == Status.WINDOW_OPEN) {
      assertThat(day).isAfterOrEqualTo(opens);
    }
  }

  private void text(int stage, Language language, Told told) {
    String text = TEXTS.sms(stage, Wording.CLEAR, language, "calm oak", told);
    if (!Actions.mayFile(told.slot())) {
      assertThat(BANNED.orderToFile(text)).isEmpty();
    }
    if (told.oldSince() == null) {
      return;
    }
    old++;
    Phrasebook book = TEXTS.book(language);
    SlotPlan slot = told.slot();
    LocalDate end = slot.document().lastValidDay();
    boolean dated =
        Stream.of(slot.applyBy(), slot.opens(), slot.graceEnd())
            .filter(Objects::nonNull)
            .filter(day -> !day.equals(end) && !day.isBefore(told.today()))
            .anyMatch(day -> text.contains(book.day(day)));
    boolean doubted =
        text.contains(book.unconfirmed())
            || text.contains(book.unsure())
            || text.contains(book.day(Objects.requireNonNull(told.oldSince())));
    assertThat(!dated || doubted).as(text).isTrue();
    assertThat(steps(told)).as(text).noneMatch(step -> text.contains(step.in(language)));
  }

  /** The country's own next steps, which nobody has looked up for too long. */
  private static List<LocalText> steps(Told told) {
    PackTexts.RouteTexts route =
        PACKS.of(told.country()).orElseThrow().texts().routes().get(told.slot().route());
    return route == null ? List.of() : List.copyOf(route.sms().values());
  }

  private static void mail(int stage, Language language, Told told) {
    if (told.oldSince() == null || told.slot().verb() == Verb.NOTHING) {
      return;
    }
    MailRequest request =
        new MailRequest(
            Wording.CLEAR,
            language,
            "calm oak",
            List.of(new MailRequest.Line(stage, told)),
            PAGE,
            null);
    String day = TEXTS.book(language).day(Objects.requireNonNull(told.oldSince()));
    assertThat(TEXTS.mail(request).text()).contains(day);
  }
}
