package org.termin.guidance.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.contract.words.DocumentType;
import org.termin.guidance.plan.Verb;

/** When to speak, to whom, how long it stays true. */
class LadderTest {

  private static final LocalDate END = LocalDate.of(2027, 6, 30);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # D | stages until the last day
          0   | 2
          1   | 2 12
          3   | 2 12
          4   | 2 12 7
          13  | 2 12 7
          14  | 2 12 6 7
          20  | 2 12 6 7
          21  | 2 12 5 6 7
          34  | 2 12 5 6 7
          35  | 2 12 3 5 6 7
          62  | 2 12 3 5 6 7
          63  | 2 12 3 4 5 6 7
          """)
  void shortWaysHaveFewerStages(int days, String numbers) {
    List<Stage> stages = ladder(null, END.minusDays(days), END, null);

    assertThat(numbers(stages.stream().filter(stage -> stage.number() > 1).toList()))
        .isEqualTo(numbers + " 8");
    assertThat(stage(stages, 2).lastCall()).isEqualTo(days < 4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # S        | O          | window opened told on its own
          2027-05-01 | 2027-05-01 | false
          2027-05-01 | 2027-05-15 | false
          2027-05-01 | 2027-05-16 | true
          2027-05-01 | 2027-04-17 | false
          2027-05-01 | 2027-04-16 | true
          """)
  void theOpeningIsOneMessageWithTheStartWhenNear(LocalDate start, LocalDate opens, boolean own) {
    List<Stage> stages = ladder(opens, start, END, null);

    assertThat(stages.stream().anyMatch(stage -> stage.number() == 20)).isEqualTo(own);
    // a start that is the opening itself would be untrue if it came early
    assertThat(stage(stages, 2).shift())
        .isEqualTo(start.equals(opens) ? Shift.LATER : Shift.EARLIER);
  }

  @Test
  void whatComesAfterTheSafeDayAndTheLastDayIsNeverEarly() {
    List<Stage> stages = ladder(null, END.minusDays(60), END.minusDays(8), END.plusDays(90));

    assertThat(numbers(stages)).isEqualTo("1 2 12 3 5 6 7 17 8 9 10");
    assertThat(stage(stages, 17).on()).isEqualTo(END.minusDays(7));
    assertThat(List.of(stage(stages, 17), stage(stages, 8)))
        .allSatisfy(stage -> assertThat(stage.shift()).isEqualTo(Shift.LATER));
    assertThat(List.of(stage(stages, 9), stage(stages, 10)))
        .allSatisfy(stage -> assertThat(stage.shift()).isEqualTo(Shift.EARLIER));
    assertThat(stages.stream().filter(Stage::afterExpiry).map(Stage::number))
        .containsExactly(8, 9, 10);
    assertThat(numbers(ladder(null, END.minusDays(60), END.minusDays(7), null)))
        .doesNotContain("17");
  }

  @Test
  void aShortGraceIsNotToldBeforeTheLastDay() {
    assertThat(numbers(ladder(null, END.minusDays(10), END, END.plusDays(15))))
        .isEqualTo("1 2 12 7 8 10");
    assertThat(numbers(ladder(null, END.minusDays(10), END, END.plusDays(2))))
        .isEqualTo("1 2 12 7 8");
  }

  @Test
  void theLadderOfSixtyDaysReadsSo() {
    String table =
        ladder(null, END.minusDays(60), END, null).stream()
            .map(
                stage ->
                    "%d %s %s stale %s %s%s%s"
                        .formatted(
                            stage.number(),
                            stage.on(),
                            stage.preferred(),
                            stage.staleAfter(),
                            stage.urgent() ? "urgent" : "calm",
                            stage.lastCall() ? " last" : "",
                            stage.unlessAnswered() ? " unless-answered" : ""))
            .collect(Collectors.joining("\n"));

    assertThat(table)
        .isEqualTo(
            """
            1 2027-01-31 EMAIL stale 2027-05-01 calm
            2 2027-05-01 SMS stale 2027-05-21 calm
            12 2027-05-02 EMAIL stale 2027-05-21 calm
            3 2027-05-21 EMAIL stale 2027-06-16 calm unless-answered
            5 2027-06-16 SMS stale 2027-06-23 calm
            6 2027-06-23 EMAIL stale 2027-06-28 urgent
            7 2027-06-28 SMS stale 2027-07-11 urgent last
            8 2027-07-01 EMAIL stale 2027-07-31 urgent\
            """);
  }

  @Test
  void aPersonWithAPhoneOnlyGetsTheShortLadderAndNothingGoesStaleUnread() {
    List<Stage> stages =
        Ladder.forContacts(ladder(null, END.minusDays(100), END, null), true, false);

    assertThat(numbers(stages)).isEqualTo("2 5 7 8");
    assertThat(stage(stages, 2).staleAfter()).isEqualTo(stage(stages, 5).on());
  }

  @Test
  void aPersonWithMailOnlyIsNotToldTheStartTwice() {
    List<Stage> stages =
        Ladder.forContacts(ladder(null, END.minusDays(100), END, null), false, true);

    assertThat(numbers(stages)).isEqualTo("1 2 3 4 5 6 7 8");
  }

  @Test
  void aPassportHasItsErrandsTwice() {
    Course course =
        new Course(
            1,
            DocumentType.PASSPORT,
            false,
            null,
            END.minusDays(90),
            END,
            END,
            END,
            null,
            false,
            false,
            false);

    List<Stage> stages = Ladder.filing(course, day -> Verb.PREPARE_AND_FILE_WHEN_TAKEN);

    assertThat(stage(stages, 1).on()).isEqualTo(LocalDate.of(2026, 6, 30));
    assertThat(stage(stages, 1).quietAfterSignUp()).isEqualTo(30);
    assertThat(stage(stages, 50).on()).isEqualTo(END.minusDays(60));
  }

  @Test
  void afterTheEndTheRemindersKeepAwayFromTheLastWarnings() {
    // O is 1 July, A is 31 July: 5, 6 and 7 would stand beside the repeated warnings
    List<Stage> stages = afterInvalid(END.plusDays(31));

    assertThat(
            stages.stream()
                .filter(stage -> stage.on().isAfter(END))
                .map(stage -> stage.number() + "=" + stage.on().getDayOfMonth()))
        .containsExactly("20=1", "25=17", "26=24", "27=29");
    assertThat(stage(stages, 20).shift()).isEqualTo(Shift.LATER);
    assertThat(stages.stream().map(Stage::number)).doesNotContain(8, 17);
  }

  private static List<Stage> afterInvalid(LocalDate apply) {
    return Ladder.filing(
        new Course(
            1,
            DocumentType.PASSPORT,
            false,
            END.plusDays(1),
            END.minusDays(180),
            apply,
            apply,
            END,
            null,
            true,
            false,
            false),
        day -> Verb.PREPARE);
  }

  private static List<Stage> ladder(
      @Nullable LocalDate opens, LocalDate start, LocalDate apply, @Nullable LocalDate grace) {
    return Ladder.filing(
        new Course(
            1,
            DocumentType.RESIDENCE_PERMIT,
            false,
            opens,
            start,
            apply,
            apply,
            END,
            grace,
            false,
            false,
            false),
        day -> Verb.FILE);
  }

  private static Stage stage(List<Stage> stages, int number) {
    return stages.stream().filter(stage -> stage.number() == number).findFirst().orElseThrow();
  }

  private static String numbers(List<Stage> stages) {
    return stages.stream()
        .map(stage -> String.valueOf(stage.number()))
        .collect(Collectors.joining(" "));
  }
}
