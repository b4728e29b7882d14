package org.termin.notifier.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.sealed.Callback;
import org.termin.contract.words.AttemptState;
import org.termin.notifier.channel.Lookup;
import org.termin.notifier.channel.Outcome;
import org.termin.notifier.delivery.Bench;
import org.termin.notifier.delivery.Bench.Experiment;
import org.termin.notifier.intake.Inbound;
import org.termin.notifier.settle.Settlement;
import org.termin.testkit.Figures;

/**
 * R10: reports permuted, repeated, lost, early and forged, with the answer and the sweeps anywhere
 * in between, on the real store; the end depends only on which genuine ones came.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class LatticeTest {

  private static final String COMMAND =
      "mvn -Preliability -pl notifier -am verify -Dtest=LatticeTest";
  private static final String TOKEN = "auth-token";
  private static Bench bench;

  @BeforeAll
  static void open() {
    bench = new Bench();
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  /** One thing that happens, and the rank it proves. */
  private record Happening(Runnable run, AttemptState rank) {}

  @Test
  void theEndDependsOnlyOnWhichReportsCame() {
    int sequences = Figures.size("receipts", 300, 10_000);
    long seed = Figures.seed("R10 receipts");
    Random random = new Random(seed);
    List<String> wrong = new ArrayList<>();
    int happenings = 0;
    int forged = 0;
    for (int i = 0; i < sequences; i++) {
      Experiment one = bench.experiment();
      List<Happening> sequence = sequence(one, random);
      Collections.shuffle(sequence, random);
      AttemptState expected = AttemptState.DISPATCHED;
      for (Happening happening : sequence) {
        if (random.nextInt(4) == 0) {
          forged++;
          assertThat(forge(one, random)).isFalse();
        }
        happening.run().run();
        expected = expected.or(happening.rank());
        happenings++;
      }
      String end = bench.standing(one);
      if (!fits(end, expected)) {
        wrong.add(i + ": " + expected + " expected, " + end);
      }
    }
    Figures.record(
        "R10",
        "Receipts permuted, repeated, dropped, early and forged",
        seed,
        COMMAND + " -Dchaos.seed=" + seed,
        sequences
            + " sequences, "
            + happenings
            + " happenings, "
            + forged
            + " forged reports refused, "
            + wrong.size()
            + " ends other than expected",
        wrong.isEmpty());
    assertThat(wrong).isEmpty();
  }

  /** The answer or its absence, some reports, some of them twice, some looks of the sweeps. */
  private static List<Happening> sequence(Experiment one, Random random) {
    List<Happening> all = new ArrayList<>();
    Settlement settlement = bench.house().get(Settlement.class);
    UUID attempt = one.attempt();
    switch (random.nextInt(3)) {
      case 0 ->
          all.add(
              new Happening(
                  () -> settlement.settle(attempt, new Outcome.Accepted("SM" + attempt)),
                  AttemptState.ACCEPTED));
      case 1 ->
          all.add(
              new Happening(
                  () -> settlement.settle(attempt, new Outcome.Ambiguous("timeout")),
                  AttemptState.UNKNOWN));
      default -> all.add(new Happening(() -> settlement.leaseOver(attempt), AttemptState.UNKNOWN));
    }
    if (random.nextBoolean()) {
      all.add(
          new Happening(
              () -> settlement.looked(attempt, new Lookup.CannotTell("http-500")),
              AttemptState.DISPATCHED));
    }
    add(all, one, random, "queued", "", AttemptState.ACCEPTED);
    add(all, one, random, "sent", "", AttemptState.ACCEPTED);
    if (random.nextBoolean()) {
      add(all, one, random, "delivered", "", AttemptState.DELIVERED);
    }
    if (random.nextInt(3) == 0) {
      String error = List.of("30003", "30005", "30006", "30008", "").get(random.nextInt(5));
      String word = random.nextBoolean() ? "undelivered" : "failed";
      add(all, one, random, word, error, AttemptState.UNDELIVERED);
    }
    return all;
  }

  /** Lost, once, or up to three times. */
  private static void add(
      List<Happening> all,
      Experiment one,
      Random random,
      String status,
      String error,
      AttemptState rank) {
    for (int times = random.nextInt(4); times > 0; times--) {
      all.add(
          new Happening(
              () -> assertThat(report(bench.mark(one), status, error, one, TOKEN)).isTrue(), rank));
    }
  }

  private static boolean forge(Experiment one, Random random) {
    return random.nextBoolean()
        ? report(bench.mark(one), "delivered", "", one, "not-the-token")
        : report("A".repeat(43), "delivered", "", one, TOKEN);
  }

  /** As the door hands it on, in the transaction of its inbox row. */
  private static boolean report(
      String mark, String status, String error, Experiment one, String token) {
    String url = "https://termin.example/callbacks/door/sms/status?d=" + mark;
    Map<String, String> form = new TreeMap<>();
    form.put("MessageSid", "SM" + one.attempt());
    form.put("MessageStatus", status);
    form.put("To", "+48512000001");
    form.put("ErrorCode", error);
    Callback call = new Callback(url, signature(url, form, token), written(form));
    return Boolean.TRUE.equals(
        bench
            .house()
            .get(TransactionTemplate.class)
            .execute(_ -> bench.house().get(Inbound.class).callback(call, Instant.EPOCH)));
  }

  private static String written(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String signature(String url, Map<String, String> form, String token) {
    StringBuilder signed = new StringBuilder(url);
    form.forEach((name, value) -> signed.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A row that was proven to have left is told or superseded, whatever was said about it before.
   */
  private static boolean fits(String end, AttemptState expected) {
    return switch (expected) {
      case DISPATCHED -> end.equals("DISPATCHED/SENDING");
      case UNKNOWN -> end.equals("UNKNOWN/UNKNOWN");
      case ACCEPTED -> end.equals("ACCEPTED/ACCEPTED");
      case UNDELIVERED -> end.equals("UNDELIVERED/RETRY_WAIT");
      case DELIVERED -> end.equals("DELIVERED/DELIVERED") || end.equals("DELIVERED/SUPERSEDED");
      case NOT_SENT, REJECTED -> false;
    };
  }
}
