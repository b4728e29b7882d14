package org.termin.notifier.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.termin.contract.sealed.Callback;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.ladder.Shift;
import org.termin.notifier.House;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.reply.HeldController.Decision;
import org.termin.testkit.Figures;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

/**
 * Numbers can be forged: by somebody who only reaches the door, and by somebody whose texts the
 * provider takes for those of the people themselves. One attack, in the order of its steps.
 */
@Timeout(3_000)
class ForgedRepliesTest {

  private static final String COMMAND =
      "mvn -Preliability verify -pl notifier -am -Dtest=ForgedRepliesTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false";
  private static final List<String> ANY = List.of("1", "2", "3", "9", "0", "STOP", "START", "?");
  private static final List<String> HARMFUL = List.of("1", "2", "3");

  /** The document that the latest text told of; the other one has its own later. */
  private static final int TOLD = 1;

  private static final int SIZE = Figures.size("forged", 40, 1_000);
  private static final long SEED = Figures.seed("Forged replies");
  private static final Random RANDOM = new Random(SEED);
  private static final House HOUSE = House.on(TestStore.fresh());
  private static final List<Victim> VICTIMS = new ArrayList<>();

  private record Victim(UUID id, Contact phone, PersonRecord before) {
    PersonRecord now() {
      return HOUSE.person(id).content();
    }

    boolean hasChanged() {
      return !now().equals(before);
    }

    int texts() {
      return HOUSE.provider().postsTo(phone.value()).size();
    }
  }

  @BeforeAll
  static void signUp() {
    HOUSE.store().freezeClock(Instant.parse("2026-11-23T09:00:00Z"));
    for (int n = 0; n < SIZE; n++) {
      ReceiptCode code = ReceiptCode.random();
      HOUSE.register(
          code,
          Samples.register(
              code,
              Samples.passportAndPermit("PL", LocalDate.of(2030, 6, 1), LocalDate.of(2027, 6, 20)),
              Samples.polishPhone(n)));
    }
    HOUSE.deliver();
    HOUSE.store().freezeClock(everybodysFirstStage());
    HOUSE.deliver();
    HOUSE
        .db()
        .sql("select id from people.record order by id")
        .query(UUID.class)
        .list()
        .forEach(ForgedRepliesTest::attack);
    assertThat(VICTIMS)
        .allSatisfy(
            victim ->
                assertThat(HOUSE.person(victim.id()).deliveries().getFirst().told())
                    .allSatisfy(row -> assertThat(row.document()).isEqualTo(TOLD)));
  }

  private static void attack(UUID id) {
    PersonRecord content = HOUSE.person(id).content();
    VICTIMS.add(new Victim(id, content.contacts().getFirst().contact(), content));
  }

  private static Instant everybodysFirstStage() {
    return HOUSE
        .db()
        .sql("select min(wake_at)::date from ledger.reminder where state = 'PLANNED'")
        .query(LocalDate.class)
        .single()
        .plusDays(Shift.MOST_DAYS + 2L)
        .with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY))
        .atTime(10, 0)
        .toInstant(ZoneOffset.UTC);
  }

  @AfterAll
  static void close() {
    HOUSE.close();
  }

  private static Contact stranger(int n) {
    return Samples.spanishPhone(n);
  }

  private static String any(List<String> words) {
    return words.get(RANDOM.nextInt(words.size()));
  }

  private static long changed() {
    return VICTIMS.stream().filter(Victim::hasChanged).count();
  }

  private static int texts() {
    return HOUSE.provider().posts().size();
  }

  @Test
  void forgedNumbersHarmFewAndNobodyForLong() {
    withoutTheProvidersSignatureNothingChanges();
    theseSignaturesWouldHaveBeenGoodHadTheyBeenRight();
    numbersWeDoNotKnowChangeNothingAndHearNothing();
    ofKnownNumbersOnlyTheFirstFewChangeAnythingAndTheRestWaits();
    releasedByMistakeTheyAllActOnceAndNineBringsEverybodyBack();
    forgedStopsActAreListedAndCanBeTakenBack();
  }

  private static void withoutTheProvidersSignatureNothingChanges() {
    int before = texts();
    for (int n = 0; n < SIZE; n++) {
      unsigned(VICTIMS.get(n).phone(), any(ANY));
      unsigned(stranger(n), any(ANY));
    }
    HOUSE.quiet();
    long changed = changed();
    int answers = texts() - before;
    Figures.record(
        "Forged replies",
        "known and unknown numbers, without the provider's signature",
        SEED,
        COMMAND,
        "%d known, %d unknown: records changed %d, answers %d"
            .formatted(SIZE, SIZE, changed, answers),
        changed == 0 && answers == 0);
    assertThat(changed).isZero();
    assertThat(answers).isZero();
  }

  /** No signature, one under another token, or a good one of another text. */
  private static void unsigned(Contact from, String text) {
    String url = "http://127.0.0.1:8080/callbacks/door/sms/reply";
    String body = form(from, text);
    String signature =
        switch (RANDOM.nextInt(3)) {
          case 0 -> "";
          case 1 -> sign(url, from, text, "another-token");
          default -> sign(url, from, text + " ", House.AUTH_TOKEN);
        };
    HOUSE.post(new Callback(url, signature, body));
  }

  private static Map<String, String> fields(Contact from, String text) {
    return new TreeMap<>(Map.of("MessageSid", "SM1", "From", from.value(), "Body", text));
  }

  private static String form(Contact from, String text) {
    StringBuilder form = new StringBuilder();
    fields(from, text)
        .forEach(
            (name, value) ->
                form.append(form.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return form.toString();
  }

  private static String sign(String url, Contact from, String text, String token) {
    StringBuilder signed = new StringBuilder(url);
    fields(from, text).forEach((name, value) -> signed.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void theseSignaturesWouldHaveBeenGoodHadTheyBeenRight() {
    Contact phone = VICTIMS.getFirst().phone();
    int before = VICTIMS.getFirst().texts();
    String url = "http://127.0.0.1:8080/callbacks/door/sms/reply";
    HOUSE.post(new Callback(url, sign(url, phone, "?", House.AUTH_TOKEN), form(phone, "?")));
    HOUSE.quiet();
    assertThat(VICTIMS.getFirst().texts()).isEqualTo(before + 1);
    HOUSE.store().advance(Duration.ofDays(7));
  }

  private static void numbersWeDoNotKnowChangeNothingAndHearNothing() {
    int before = texts();
    for (int n = 0; n < SIZE; n++) {
      HOUSE.reply(stranger(n), any(ANY));
    }
    long changed = changed();
    int answers = texts() - before;
    Figures.record(
        "Forged replies",
        "unknown numbers, signed by the provider",
        SEED,
        COMMAND,
        "%d: records changed %d, answers %d".formatted(SIZE, changed, answers),
        changed == 0 && answers == 0);
    assertThat(changed).isZero();
    assertThat(answers).isZero();
  }

  private static void ofKnownNumbersOnlyTheFirstFewChangeAnythingAndTheRestWaits() {
    int before = texts();
    VICTIMS.forEach(victim -> HOUSE.reply(victim.phone(), any(HARMFUL)));
    long changed = changed();
    long held = HOUSE.get(HeldController.class).counts().held();
    int answers = texts() - before;
    boolean called = HOUSE.get(Alarms.class).active().contains(Alarm.REPLIES_HELD);
    long most = Math.max(20, SIZE * 2L / 100);
    boolean pass =
        changed <= most && changed + held == SIZE && answers == changed && called && onlyTold();
    Figures.record(
        "Forged replies",
        "1, 2 or 3 from known numbers, signed by the provider",
        SEED,
        COMMAND,
        "%d: acted before the breaker %d (at most %d), each answered: %d; waiting for the operator %d; alarm %s; documents changed that the latest text did not tell: %s"
            .formatted(SIZE, changed, most, answers, held, called, onlyTold() ? "0" : "some"),
        pass);
    assertThat(pass).isTrue();
  }

  private static boolean onlyTold() {
    return VICTIMS.stream()
        .flatMap(victim -> victim.now().situation().documents().stream())
        .filter(document -> document.number() != TOLD)
        .map(HeldDocument::state)
        .allMatch(DocumentState.HELD::equals);
  }

  private static void releasedByMistakeTheyAllActOnceAndNineBringsEverybodyBack() {
    List<Integer> before = VICTIMS.stream().map(Victim::texts).toList();
    long waiting = HOUSE.get(HeldController.class).counts().held();
    int days = 0;
    while (HOUSE.get(HeldController.class).decide(new Decision("release")).held() > 0) {
      HOUSE.quiet();
      HOUSE.store().advance(Duration.ofDays(1));
      days++;
    }
    HOUSE.quiet();
    long answered = answeredOnce(before);
    long all = changed();

    for (int n = 0; n < SIZE; n++) {
      if (n % 500 == 0) {
        HOUSE.store().advance(Duration.ofDays(1));
      }
      HOUSE.reply(VICTIMS.get(n).phone(), "9");
    }
    long restored = VICTIMS.stream().filter(ForgedRepliesTest::isAsBefore).count();
    boolean pass =
        answered == waiting && all == SIZE && restored == SIZE && onlyTold() && days < 10;
    Figures.record(
        "Forged replies",
        "all released by mistake, then 9 from everybody",
        SEED,
        COMMAND,
        "%d released within %d days of answers' money, each answered once: %d; records changed %d; after 9 restored %d of %d"
            .formatted(waiting, days + 1, answered, all, restored, SIZE),
        pass);
    assertThat(pass).isTrue();
  }

  private static long answeredOnce(List<Integer> before) {
    long once = 0;
    for (int n = 0; n < SIZE; n++) {
      int more = VICTIMS.get(n).texts() - before.get(n);
      assertThat(more).isLessThanOrEqualTo(1);
      once += more;
    }
    return once;
  }

  /** Everything but the version numbers of the documents, which only rise. */
  private static boolean isAsBefore(Victim victim) {
    PersonRecord now = victim.now();
    return now.later().equals(victim.before().later())
        && now.undo().isEmpty()
        && now.contacts().equals(victim.before().contacts())
        && now.situation().documents().stream()
            .map(HeldDocument::state)
            .toList()
            .equals(
                victim.before().situation().documents().stream().map(HeldDocument::state).toList());
  }

  private static void forgedStopsActAreListedAndCanBeTakenBack() {
    HOUSE.store().advance(Duration.ofDays(1));
    VICTIMS.forEach(victim -> HOUSE.reply(victim.phone(), "STOP"));
    long stopped = VICTIMS.stream().filter(one -> slot(one) == ContactState.STOPPED).count();
    long listed = HOUSE.get(HeldController.class).counts().stopped();
    HOUSE.store().advance(Duration.ofDays(1));
    VICTIMS.forEach(victim -> HOUSE.reply(victim.phone(), "9"));
    long back = VICTIMS.stream().filter(one -> slot(one) == ContactState.CONFIRMED).count();
    boolean pass = stopped == SIZE && listed >= SIZE - 20 && back == SIZE;
    Figures.record(
        "Forged replies",
        "STOP from known numbers, then 9",
        SEED,
        COMMAND,
        "%d: stopped %d, listed for the operator %d, brought back by 9: %d"
            .formatted(SIZE, stopped, listed, back),
        pass);
    assertThat(pass).isTrue();
  }

  private static ContactState slot(Victim victim) {
    return victim.now().contacts().getFirst().state();
  }
}
