package org.termin.tracker.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;
import org.termin.tracker.DoorSettings;

class LimitsTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
  private final Limits limits =
      new Limits(
          Binder.get(new MockEnvironment().withProperty("termin.limits.registrations", "1"))
              .bindOrCreate("termin", DoorSettings.class),
          ((InstantSource) now::get).withZone(ZoneOffset.UTC));

  @Test
  void aFloodOfAddressesNeitherLocksOutANewcomerNorFreesWhoKeepsKnocking() {
    assertThat(registers("192.0.2.1")).isTrue();
    for (int i = 0; i < Limits.MOST_KEPT * 3 / 2; i++) {
      registers("10.%d.%d.%d".formatted(i >> 16, i >> 8 & 255, i & 255));
      if (i % 1_000 == 0) {
        assertThat(registers("192.0.2.1")).isFalse();
      }
    }
    assertThat(registers("192.0.2.2")).isTrue();
    assertThat(limits.kept()).isLessThanOrEqualTo(Limits.MOST_KEPT);
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8::1, 2001:db8::2, one",
    "2001:db8::1, 2001:0db8:0:0:ffff::2, one",
    "2001:db8:0:1::1, 2001:db8:0:2::1, two",
    "::ffff:192.0.2.7, 192.0.2.7, one",
    "192.0.2.7, 192.0.2.8, two"
  })
  void anIpv6NetworkIsOneHouseholdHoweverItIsWritten(String one, String other, String households) {
    registers(one);
    assertThat(registers(other)).isEqualTo(households.equals("two"));
  }

  @Test
  void aNewDayKnowsNobodyOfTheDayBefore() {
    registers("192.0.2.1");
    assertThat(registers("192.0.2.1")).isFalse();
    now.updateAndGet(before -> before.plus(Duration.ofDays(1)));
    assertThat(registers("192.0.2.1")).isTrue();
    assertThat(limits.kept()).isOne();
  }

  private boolean registers(String address) {
    return limits.allows(Sort.REGISTER, InetAddress.ofLiteral(address));
  }
}
