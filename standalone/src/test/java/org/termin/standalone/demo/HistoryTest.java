package org.termin.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.termin.standalone.rest.Recording.Seen;
import org.termin.standalone.rest.Recording.Told;

class HistoryTest {
  private static final String PHONE = "+12125550001";
  private static final Household HOUSEHOLD =
      new Household(
          1,
          new Household.Country("US", ZoneId.of("America/New_York"), "+1212555"),
          "en",
          "discreet",
          List.of(),
          List.of(new Household.Reach("sms", PHONE)));
  private static final String NIGHT = "2027-01-12T06:00:00Z";
  private static final String DAY = "2027-01-12T17:00:00Z";
  private static final String NEXT_DAY = "2027-01-13T17:00:00Z";

  private static Seen seen(String at, String text, Told... told) {
    return new Seen("attempt", "SMS", PHONE, Instant.parse(at), Arrays.asList(told), "", text);
  }

  private static Told told(int document, int stage) {
    return new Told(document, 1, stage);
  }

  private static History history(Seen... messages) {
    return History.of(HOUSEHOLD, Arrays.asList(messages));
  }

  @Test
  void aCodeAndAConfirmationMayComeAtNightHoweverMuchFollows() {
    History history =
        history(
            seen(NIGHT, "Code: 123456"),
            seen(NIGHT, "saved", new Told(0, 1, 0), told(1, 60)),
            seen(DAY, "start", told(1, 2)));
    assertThat(history.atNight()).isZero();
    assertThat(history.reminders()).hasSize(1);
    assertThat(history.kind(history.messages().get(1))).isEqualTo("confirmation + you are here");
  }

  @Test
  void aReminderAtNightIsCounted() {
    assertThat(history(seen(NIGHT, "start", told(1, 2))).atNight()).isEqualTo(1);
  }

  @Test
  void twoStagesInTheSameWordsAreNoCopyButOneStageInOtherWordsIs() {
    assertThat(
            history(seen(DAY, "task 1", told(1, 6)), seen(NEXT_DAY, "task 1", told(1, 7))).copies())
        .isZero();
    assertThat(
            history(seen(DAY, "task 1", told(1, 6)), seen(NEXT_DAY, "Task 1", told(1, 6))).copies())
        .isEqualTo(1);
  }

  @Test
  void twoRemindersOfOneDayAreCounted() {
    assertThat(history(seen(DAY, "a", told(1, 2)), seen(DAY, "b", told(2, 2))).crowded())
        .isEqualTo(1);
    assertThat(history(seen(DAY, "a", told(1, 2)), seen(NEXT_DAY, "b", told(2, 2))).crowded())
        .isZero();
  }
}
