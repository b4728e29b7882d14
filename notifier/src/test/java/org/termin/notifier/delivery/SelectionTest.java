package org.termin.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.termin.contract.words.ReminderState.ACCEPTED;
import static org.termin.contract.words.ReminderState.EXPIRED_UNSENT;
import static org.termin.contract.words.ReminderState.PLANNED;
import static org.termin.contract.words.ReminderState.QUEUED;
import static org.termin.contract.words.ReminderState.SUPERSEDED;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.Channel;
import org.termin.contract.words.ReminderState;
import org.termin.guidance.ladder.Audience;
import org.termin.guidance.ladder.Shift;
import org.termin.guidance.ladder.Stage;
import org.termin.guidance.ladder.StageNumber;
import org.termin.guidance.plan.Verb;
import org.termin.notifier.plan.Reason;

/** Which rows one message tells: the delivery protocol's "what a row is, what a message is". */
class SelectionTest {

  private static final UUID PERSON = UUID.randomUUID();
  private static final Instant NOW = Instant.parse("2027-01-13T11:00:00Z");
  private static final Instant END_OF_TODAY = Instant.parse("2027-01-13T23:00:00Z");

  /** A stage due so many days from now. */
  private static Due due(int document, int stage, int days, ReminderState state) {
    return due(document, stage, days, state, Channel.SMS, Shift.EARLIER, false, false, 30);
  }

  private static Due due(
      int document,
      int stage,
      int days,
      ReminderState state,
      Channel channel,
      Shift shift,
      boolean lastCall,
      boolean afterExpiry,
      int keeps) {
    Instant at = NOW.plus(Duration.ofDays(days)).minusSeconds(60);
    Instant notAfter = at.plus(Duration.ofDays(keeps));
    LocalDate on = LocalDate.ofInstant(at, ZoneOffset.UTC);
    Ref ref = new Ref(PERSON, document, 1, stage);
    Row row = new Row(UUID.randomUUID(), ref, state, 1, 0, at, notAfter);
    Stage what =
        new Stage(
            stage,
            document,
            on,
            channel,
            Audience.EVERYONE,
            shift,
            on.plusDays(keeps),
            on.plusDays(20),
            false,
            lastCall,
            afterExpiry,
            false,
            0,
            Verb.PREPARE,
            false,
            false);
    return new Due(row, new Reason(ref, what, on, at, notAfter, 1), null, false);
  }

  private static Selection today(Due... rows) {
    return Selection.due(List.of(rows), woken(rows), END_OF_TODAY, NOW);
  }

  private static Selection week(Due... rows) {
    return Selection.withComingWeek(List.of(rows), woken(rows), END_OF_TODAY, NOW);
  }

  private static Set<UUID> woken(Due... rows) {
    return Arrays.stream(rows)
        .map(Due::row)
        .filter(row -> row.state() == QUEUED)
        .map(Row::id)
        .collect(java.util.stream.Collectors.toSet());
  }

  @Test
  void ofOneDocumentOnlyTheLatestDueStageIsTold() {
    Due start = due(1, 2, -20, QUEUED);
    Due consequence = due(1, 5, 0, QUEUED);
    Selection selection = today(start, consequence);
    assertThat(selection.told()).containsExactly(consequence);
    assertThat(selection.ended()).containsOnlyKeys(start.row().id()).containsValue(SUPERSEDED);
  }

  @Test
  void everyDocumentThatIsDueTodayIsTold() {
    Due one = due(1, 5, 0, QUEUED);
    Due other = due(2, 2, 0, PLANNED);
    assertThat(today(one, other).told()).containsExactlyInAnyOrder(one, other);
    assertThat(today(one, due(3, 2, 1, PLANNED)).told()).containsExactly(one);
  }

  @Test
  void theMailBesideTheTextNeverReplacesIt() {
    Due text = due(1, StageNumber.START, -1, QUEUED);
    Due mail = due(1, StageNumber.START_MAIL, 0, QUEUED);
    Selection selection = today(text, mail);
    assertThat(selection.told()).containsExactly(text);
    assertThat(selection.ended()).containsEntry(mail.row().id(), SUPERSEDED);
  }

  @Test
  void thatTheRulesChangedIsToldInPlaceOfAnEarlierStage() {
    Due start = due(1, StageNumber.START, -1, QUEUED);
    Due changed = due(1, StageNumber.RULES_CHANGED, 0, QUEUED);
    Selection selection = Selection.due(List.of(start, changed), Set.of(), END_OF_TODAY, NOW);
    assertThat(selection.told()).containsExactly(changed);
    assertThat(selection.ended()).containsEntry(start.row().id(), SUPERSEDED);
  }

  @Test
  void aLastCallIsNeverGivenUpForTheNewsThatTheRulesChanged() {
    Due call =
        due(1, StageNumber.LAST_CALL, -1, QUEUED, Channel.SMS, Shift.EARLIER, true, false, 30);
    Due changed = due(1, StageNumber.RULES_CHANGED, 0, QUEUED);
    Selection selection = Selection.due(List.of(call, changed), Set.of(), END_OF_TODAY, NOW);
    assertThat(selection.told()).containsExactly(call);
    assertThat(selection.ended()).containsEntry(changed.row().id(), SUPERSEDED);
  }

  @Test
  void aStageThatALaterOneHasOvertakenEndsQuietly() {
    Due late = due(1, 2, -20, QUEUED);
    Due told = due(1, 5, -6, ACCEPTED);
    assertThat(today(late, told).told()).isEmpty();
    assertThat(today(late, told).ended()).containsEntry(late.row().id(), SUPERSEDED);
  }

  @Test
  void aStaleStageThatNothingTookOverIsCalledSo() {
    Due stale = due(1, 2, -40, QUEUED, Channel.SMS, Shift.EARLIER, false, false, 30);
    assertThat(today(stale).told()).isEmpty();
    assertThat(today(stale).ended()).containsEntry(stale.row().id(), EXPIRED_UNSENT);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a warning in seven days,                5, 7, SMS,   EARLIER, false, false, true",
    "a warning in eight days,                5, 8, SMS,   EARLIER, false, false, false",
    "a mail,                                 6, 3, EMAIL, EARLIER, false, false, false",
    "a last call,                            7, 3, SMS,   EARLIER, true,  false, false",
    "days of grace,                          9, 3, SMS,   EARLIER, false, true,  false",
    "window opened,                         20, 3, SMS,   LATER,   false, false, false",
    "start today where that is the opening,  2, 3, SMS,   LATER,   false, false, false",
    "a reminder after the opening,           5, 3, SMS,   LATER,   false, false, false"
  })
  void onlyAWarningOfTheComingWeekIsPulledForward(
      String name,
      int stage,
      int days,
      Channel channel,
      Shift shift,
      boolean lastCall,
      boolean afterExpiry,
      boolean pulled) {
    Due dueToday = due(1, 5, 0, QUEUED);
    Due coming = due(2, stage, days, PLANNED, channel, shift, lastCall, afterExpiry, 30);
    assertThat(week(dueToday, coming).told().contains(coming)).as(name).isEqualTo(pulled);
    assertThat(today(dueToday, coming).told()).containsExactly(dueToday);
  }

  @Test
  void nextWeeksStageDoesNotReplaceTodaysOfTheSameDocument() {
    Due dueToday = due(1, StageNumber.WINDOW_OPENED, 0, QUEUED);
    Due coming = due(1, 5, 3, PLANNED);
    assertThat(week(dueToday, coming).told()).containsExactly(dueToday);
    assertThat(week(dueToday, coming).ended()).isEmpty();
  }

  @Test
  void whatWasToldIsNotToldAgain() {
    assertThat(week(due(1, 5, 0, QUEUED), due(2, 5, 0, ACCEPTED)).told()).hasSize(1);
  }
}
