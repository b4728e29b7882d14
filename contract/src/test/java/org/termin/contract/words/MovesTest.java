package org.termin.contract.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.termin.contract.words.Moves.Who.NOTIFIER;
import static org.termin.contract.words.Moves.Who.SCHEDULER;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MovesTest {

  @Test
  void theSchedulerOnlyQueues() {
    assertThat(Moves.REMINDER)
        .filteredOn(move -> move.who() == SCHEDULER)
        .extracting(Moves.Move::from, Moves.Move::to)
        .containsExactlyInAnyOrder(
            tuple(ReminderState.PLANNED, ReminderState.QUEUED),
            tuple(ReminderState.RETRY_WAIT, ReminderState.QUEUED),
            tuple(ReminderState.QUEUED, ReminderState.QUEUED));
  }

  @ParameterizedTest
  @EnumSource(ReminderState.class)
  void aFinalStateIsNeverLeft(ReminderState state) {
    boolean left = Moves.REMINDER.stream().anyMatch(move -> move.from() == state);

    assertThat(left).isEqualTo(!state.isFinal());
  }

  @ParameterizedTest
  @EnumSource(ReminderState.class)
  void onlyAClaimLeadsToSending(ReminderState from) {
    assertThat(Moves.allows(NOTIFIER, from, ReminderState.SENDING)).isEqualTo(from.isUnsent());
  }

  @ParameterizedTest
  @EnumSource(
      value = ReminderState.class,
      names = {"SENDING", "ACCEPTED"})
  void whatIsOnItsWayIsNotTakenBack(ReminderState from) {
    assertThat(
            Stream.of(
                ReminderState.SUPERSEDED, ReminderState.CANCELLED, ReminderState.EXPIRED_UNSENT))
        .noneMatch(to -> Moves.allows(NOTIFIER, from, to));
  }

  @Test
  void receiptsMayComeInAnyOrder() {
    List<AttemptState> news = new ArrayList<>(List.of(AttemptState.values()));
    Random random = new Random(7);
    for (int round = 0; round < 1_000; round++) {
      Collections.shuffle(news, random);
      List<AttemptState> some = news.subList(0, 1 + random.nextInt(news.size()));
      AttemptState end = some.stream().reduce(AttemptState.DISPATCHED, AttemptState::or);

      assertThat(end).isEqualTo(Collections.max(some));
    }
  }

  @Test
  void anAttemptOnlyRises() {
    assertThat(Moves.allows(AttemptState.DISPATCHED, AttemptState.ACCEPTED)).isTrue();
    assertThat(Moves.allows(AttemptState.UNKNOWN, AttemptState.NOT_SENT)).isTrue();
    assertThat(Moves.allows(AttemptState.ACCEPTED, AttemptState.DELIVERED)).isTrue();
    assertThat(Moves.allows(AttemptState.NOT_SENT, AttemptState.DELIVERED)).isTrue();
    assertThat(Moves.allows(AttemptState.DELIVERED, AttemptState.UNDELIVERED)).isFalse();
    assertThat(Moves.allows(AttemptState.ACCEPTED, AttemptState.ACCEPTED)).isFalse();
    assertThat(Moves.allows(AttemptState.ACCEPTED, AttemptState.UNKNOWN)).isFalse();
  }
}
