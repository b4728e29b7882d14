package org.termin.notifier.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.termin.notifier.verification.Flood.Honest;
import org.termin.notifier.verification.Flood.Obtained;
import org.termin.testkit.Figures;

/**
 * S10: scripted sign-ups that want texts, some from phones their authors have or pretend to have;
 * and what honest people get meanwhile.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class PumpingTest {
  private static final String COMMAND =
      "mvn -Preliability verify -pl notifier -am -Dtest=PumpingTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dchaos.seed=";

  private static final Duration HOUR = Duration.ofHours(1);
  private static final CodeLimits LIMITS = Flood.LIMITS;

  private final int scripted = Figures.size("pumping", 300, 10_000);
  private final long seed = Figures.seed("pumping");
  private Flood flood;

  @BeforeEach
  void open() {
    flood = new Flood(seed);
  }

  @AfterEach
  void close() {
    flood.close();
  }

  /** Whoever rents numbers to be paid for texts has ranges of them. */
  @Test
  void aRentedRangeGetsATrickleAndNobodyElseWaits() {
    List<String> rented = Flood.polish().subList(20, 23);
    Honest honest = flood.honest(without(rented));
    Obtained obtained = flood.live(flood.numbers(rented, scripted), Set.of(), honest);
    figure("three rented ranges", obtained, honest);
    assertThat(obtained.worstDay()).isLessThanOrEqualTo((int) (3 * LIMITS.prefixDay()));
    assertThat(flood.share(honest.phones(), HOUR)).as("other ranges").isEqualTo(1);
    aloneAreLeft(honest);
  }

  /** Whoever wants nobody to get in spreads over all numbers of the country. */
  @Test
  void aFloodOverAWholeCountryKeepsOutNobodyWhoseOwnPhoneWrites() {
    Honest honest = flood.honest(Flood.polish());
    Obtained obtained = flood.live(flood.numbers(Flood.polish(), scripted), Set.of(), honest);
    figure("a whole country's ranges", obtained, honest);
    assertThat(obtained.worstDay()).isLessThanOrEqualTo((int) LIMITS.open(LIMITS.country()));
    assertThat(flood.share(honest.callers(), HOUR)).as("own phone").isEqualTo(1);
    aloneAreLeft(honest);
  }

  /** Half of the sign-ups are all over the country, half write from ranges that are rented. */
  @Test
  void whoeverWritesFromThreeRentedRangesHoldsNobodyElseUp() {
    Honest honest = alsoWriting(3);
    assertThat(flood.share(honest.callers(), HOUR)).as("own phone").isEqualTo(1);
  }

  /** So many that what is kept for phones is used up before noon, each day. */
  @Test
  void twentyRentedRangesMakeOthersWaitForTheirTurnAndNoLonger() {
    Honest honest = alsoWriting(20);
    assertThat(flood.share(honest.callers(), Flood.PATIENCE)).as("own phone").isEqualTo(1);
  }

  private Honest alsoWriting(int ranges) {
    List<String> rented = Flood.polish().subList(20, 20 + ranges);
    Set<String> forged = flood.numbers(rented, scripted / 2);
    Set<String> attack = new HashSet<>(forged);
    attack.addAll(flood.numbers(Flood.polish(), scripted - forged.size()));
    Honest honest = flood.honest(without(rented));
    Obtained obtained = flood.live(attack, forged, honest);
    figure("a whole country, and texts from %d rented ranges".formatted(ranges), obtained, honest);
    aloneAreLeft(honest);
    return honest;
  }

  /** The worst there is: nothing tells such a script from its victims but what it pays. */
  @Test
  void whoeverForgesEveryNumberOfACountryGetsNoMoreThanItsBudget() {
    Set<String> attack = flood.numbers(Flood.polish(), scripted);
    Honest honest = flood.honest(Flood.polish());
    Obtained obtained = flood.live(attack, attack, honest);
    figure("a whole country, every sender forged", obtained, honest);
    assertThat(obtained.worstDay()).isLessThanOrEqualTo((int) LIMITS.country());
    aloneAreLeft(honest);
  }

  /** Mail and other countries. */
  private void aloneAreLeft(Honest honest) {
    assertThat(flood.share(honest.mails(), Flood.STEP)).as("mail").isEqualTo(1);
    assertThat(flood.share(honest.abroad(), Flood.STEP)).as("another country").isEqualTo(1);
  }

  private static List<String> without(List<String> rented) {
    return Flood.polish().stream().filter(range -> !rented.contains(range)).toList();
  }

  private void figure(String attack, Obtained obtained, Honest honest) {
    Figures.record(
        "SMS pumping",
        attack,
        seed,
        COMMAND + seed,
        ("%,d scripted sign-ups over two notifiers, %d restarts: %,d texts in 72 hours, at most %d"
             + " a day, %d an hour to one range, %d to one number; codes within ten minutes: mail"
             + " %.0f %%, another country %.0f %%; the same country, own phone wrote: within an"
             + " hour %.0f %%, a day %.0f %%, 72 hours %.0f %%; only waited: within an hour %.0f"
             + " %%, 72 hours %.0f %%")
            .formatted(
                scripted,
                Flood.RESTARTS,
                obtained.texts(),
                obtained.worstDay(),
                obtained.worstHour(),
                obtained.worstNumber(),
                100 * flood.share(honest.mails(), Flood.STEP),
                100 * flood.share(honest.abroad(), Flood.STEP),
                100 * flood.share(honest.callers(), HOUR),
                100 * flood.share(honest.callers(), Duration.ofHours(24)),
                100 * flood.share(honest.callers(), Flood.PATIENCE),
                100 * flood.share(honest.phones(), HOUR),
                100 * flood.share(honest.phones(), Flood.PATIENCE)),
        true);
  }
}
