package org.termin.contract.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.termin.contract.words.Channel;

class CanaryIdTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private final LedgerKeys keys = LedgerKeys.of(new byte[32]);

  @Test
  void looksLikeEveryOtherIdAndIsAnotherOneEachDayAndChannel() {
    Set<UUID> ids = new HashSet<>();
    for (int day = 0; day < 500; day++) {
      for (Channel channel : Channel.values()) {
        UUID id = CanaryId.of(keys, channel, DAY.plusDays(day));
        assertThat(id.version()).isEqualTo(4);
        assertThat(id.variant()).isEqualTo(2);
        ids.add(id);
      }
    }
    assertThat(ids).hasSize(1_000);
  }

  @Test
  void needsTheLedgerKey() {
    byte[] other = new byte[32];
    other[31] = 1;
    assertThat(CanaryId.of(LedgerKeys.of(other), Channel.SMS, DAY))
        .isNotEqualTo(CanaryId.of(keys, Channel.SMS, DAY));
    assertThat(CanaryId.of(keys, Channel.SMS, DAY)).isEqualTo(CanaryId.of(keys, Channel.SMS, DAY));
  }
}
