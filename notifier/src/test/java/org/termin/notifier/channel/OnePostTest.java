package org.termin.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.termin.contract.words.PhoneNumber;
import org.termin.testkit.Figures;
import org.termin.testkit.sms.FakeSmsProvider;
import org.termin.testkit.sms.Script;

/**
 * R4: whatever the provider does, an attempt posts once. Through the real SDK and its transport.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class OnePostTest {

  private static final String COMMAND =
      "mvn -Preliability -pl notifier -am verify -Dtest=OnePostTest";
  private static final PhoneNumber PHONE = new PhoneNumber("+48512345678");
  private static final Duration STALL = Duration.ofSeconds(6);

  private static Map<String, Script> moods() {
    Map<String, Script> moods = new LinkedHashMap<>();
    moods.put("500", new Script.Fail(500, 20500, false));
    moods.put("500 after taking it", Script.error500());
    moods.put("503", new Script.Fail(503, 20503, false));
    moods.put("503 after taking it", Script.error503());
    moods.put("429", Script.tooMany());
    moods.put("reset", new Script.Reset(false));
    moods.put("reset after taking it", Script.reset());
    moods.put("stall", new Script.Stall(STALL, false));
    moods.put("stall after taking it", new Script.Stall(STALL, true));
    moods.put("truncated", Script.truncated());
    moods.put("html 502", new Script.HtmlPage(502, false));
    moods.put("html 502 after taking it", Script.html502());
    moods.put("hang-up", new Script.HangUp(false));
    moods.put("hang-up after taking it", Script.hangUp());
    return moods;
  }

  @Test
  void anAttemptPostsOnceWhateverTheProviderDoes() throws Exception {
    int each = Figures.size("posts", 8, 200);
    List<String> wrong = new ArrayList<>();
    int attempts = 0;
    int posts = 0;
    try (FakeSmsProvider provider = FakeSmsProvider.start();
        ExecutorService threads = Executors.newFixedThreadPool(32)) {
      Carrier carrier =
          TwilioChannelTest.carrier(provider.baseUrl(), STALL.minus(Duration.ofSeconds(3)));
      for (Map.Entry<String, Script> mood : moods().entrySet()) {
        provider.reset();
        provider.answersEverybody(mood.getValue());
        List<Future<Outcome>> sent = new ArrayList<>();
        for (int i = 0; i < each; i++) {
          sent.add(
              threads.submit(() -> carrier.send(CarrierContract.message(PHONE, mood.getKey()))));
        }
        for (Future<Outcome> one : sent) {
          assertThat(one.get()).isInstanceOfAny(Outcome.Ambiguous.class, Outcome.NotSent.class);
        }
        Map<String, Long> byAttempt =
            provider.posts().stream()
                .collect(
                    Collectors.groupingBy(
                        post -> post.statusCallback().orElseThrow(), Collectors.counting()));
        attempts += each;
        posts += provider.posts().size();
        if (byAttempt.size() != each || byAttempt.values().stream().anyMatch(n -> n != 1)) {
          wrong.add(mood.getKey());
        }
      }
    }
    Figures.record(
        "R4",
        "One POST per attempt in every mood of the provider",
        0,
        COMMAND,
        "%d moods, %d attempts, %d POSTs, at most 1 per attempt%s"
            .formatted(
                moods().size(), attempts, posts, wrong.isEmpty() ? "" : " except in " + wrong),
        wrong.isEmpty());
    assertThat(wrong).isEmpty();
    assertThat(posts).isEqualTo(attempts);
  }
}
