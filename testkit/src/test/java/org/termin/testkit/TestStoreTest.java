package org.termin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.termin.database.Role;

class TestStoreTest {
  @ParameterizedTest
  @EnumSource(Role.class)
  void letsEveryRoleIn(Role role) {
    TestStore store = TestStore.fresh();
    assertThat(store.jdbc(role).sql("select current_user::text").query(String.class).single())
        .isEqualTo(role.login());
  }

  @Test
  void keepsDatabasesApart() {
    TestStore one = TestStore.fresh();
    TestStore other = TestStore.fresh();
    one.jdbc(Role.TRACKER)
        .sql("insert into door.inbox (id, sealed) values (gen_random_uuid(), '\\x00')")
        .update();
    assertThat(count(one)).isEqualTo(1);
    assertThat(count(other)).isZero();
    one.clear();
    assertThat(count(one)).isZero();
  }

  @Test
  void holdsTheClockStillAndMovesIt() {
    TestStore store = TestStore.fresh();
    Instant day = Instant.parse("2027-03-28T00:59:59Z");
    store.freezeClock(day);
    assertThat(store.now()).isEqualTo(day);
    store.advance(Duration.ofDays(30));
    assertThat(store.now()).isEqualTo(day.plus(Duration.ofDays(30)));
    store.thawClock();
    assertThat(store.now()).isBefore(day);
  }

  @Test
  void hasASimulationOnlyWhereAskedFor() {
    assertThat(
            TestStore.simulated()
                .jdbc(Role.NOTIFIER)
                .sql("select step from app.simulation")
                .query(Long.class)
                .single())
        .isZero();
    TestStore plain = TestStore.fresh();
    assertThatThrownBy(
            () ->
                plain
                    .jdbc(Role.NOTIFIER)
                    .sql("select step from app.simulation")
                    .query(Long.class)
                    .single())
        .hasMessageContaining("app.simulation");
  }

  private static long count(TestStore store) {
    return store
        .jdbc(Role.NOTIFIER)
        .sql("select count(*) from door.inbox")
        .query(Long.class)
        .single();
  }
}
