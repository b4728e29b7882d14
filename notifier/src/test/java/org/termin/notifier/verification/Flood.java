package org.termin.notifier.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Contact;
import org.termin.notifier.House;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;
import org.termin.testkit.sms.Post;

/**
 * A town under a flood of sign-ups: two notifiers that are started anew three times, with the
 * budgets as they are delivered, scripts, and honest people. Whoever signs up stands behind Tor:
 * nothing here knows an address.
 */
final class Flood implements AutoCloseable {
  /** A Monday morning in Warsaw. */
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private static final LocalDate EXPIRY = LocalDate.of(2028, 3, 1);
  private static final int WAVES = 20;
  static final int HONEST = 20;
  static final int RESTARTS = 3;
  static final Duration PATIENCE = Duration.ofHours(72);
  static final Duration STEP = Duration.ofMinutes(10);
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  static final CodeLimits LIMITS =
      new CodeLimits(
          3,
          10,
          40,
          250,
          300_000,
          800,
          40,
          5,
          Duration.ofMinutes(10),
          Duration.ofHours(24),
          Duration.ofHours(96));

  private final Random random;
  private final Set<String> given = new HashSet<>();
  private final Set<String> wrote = new HashSet<>();
  private final Map<String, Instant> signedUp = new HashMap<>();
  private final Map<String, List<Instant>> reached = new HashMap<>();
  private List<House> nodes = new ArrayList<>();
  private int heard;
  private int mails;

  Flood(long seed) {
    random = new Random(seed);
    TestStore store = TestStore.fresh();
    store.freezeClock(NOW);
    Map<String, Object> asDelivered =
        Map.of(
            "termin.codes.prefix", Long.toString(LIMITS.prefix()),
            "termin.codes.prefix-day", Long.toString(LIMITS.prefixDay()),
            "termin.codes.country", Long.toString(LIMITS.country()),
            "termin.codes.money", Long.toString(LIMITS.money()));
    House first = House.on(store, asDelivered);
    nodes.add(first);
    nodes.add(first.beside());
  }

  @Override
  public void close() {
    nodes.forEach(House::close);
  }

  private Instant now() {
    return nodes.getFirst().store().now();
  }

  /**
   * People who want a code.
   *
   * @param callers phones in the country under attack that write to us after ten minutes
   * @param phones phones there that only wait
   * @param abroad phones of another country
   */
  record Honest(Set<String> callers, Set<String> phones, Set<String> abroad, Set<String> mails) {
    Set<String> all() {
      return Stream.of(callers, phones, abroad, mails)
          .flatMap(Set::stream)
          .collect(Collectors.toSet());
    }
  }

  /**
   * What the script obtained.
   *
   * @param texts in 72 hours
   * @param worstDay the most on one day, UTC
   * @param worstHour the most to one prefix within one hour
   */
  record Obtained(int texts, int worstDay, int worstHour, int worstNumber) {}

  Honest honest(List<String> prefixes) {
    return new Honest(
        numbers(prefixes, HONEST),
        numbers(prefixes, HONEST),
        IntStream.range(0, HONEST)
            .mapToObj(n -> "+3706%02d%05d".formatted(10 + n * 4, 20_000 + n * 37))
            .collect(Collectors.toSet()),
        IntStream.range(0, HONEST)
            .mapToObj(n -> "honest-%d@example.org".formatted(n))
            .collect(Collectors.toSet()));
  }

  /** Lives through it: sign-ups for two hours, then three days of waiting. */
  Obtained live(Set<String> attack, Set<String> forged, Honest honest) {
    List<String> all = new ArrayList<>(attack);
    all.addAll(honest.all());
    Collections.shuffle(all, random);
    int size = Math.ceilDiv(all.size(), WAVES);
    for (int wave = 0; wave < WAVES; wave++) {
      List<String> some =
          all.subList(Math.min(all.size(), wave * size), Math.min(all.size(), (wave + 1) * size));
      signUp(some);
      some.stream().filter(forged::contains).forEach(this::writes);
      step(Duration.ofMinutes(6));
      callIn(honest.callers());
      if (wave % (WAVES / (RESTARTS + 1)) == WAVES / (RESTARTS + 1) - 1 && wave < WAVES - 1) {
        startAnew();
      }
    }
    Instant end = now().plus(PATIENCE);
    for (int steps = 0; now().isBefore(end); steps++) {
      step(steps < 12 ? STEP : HALF_AN_HOUR);
      callIn(honest.callers());
    }
    keepsEveryBudget();
    return obtained(attack);
  }

  /** Whoever has waited ten minutes for a code writes one text, and does not write again. */
  private void callIn(Set<String> callers) {
    Instant now = now();
    callers.stream()
        .filter(one -> signedUp.containsKey(one) && !reached.containsKey(one))
        .filter(one -> !signedUp.get(one).plus(STEP).isAfter(now) && wrote.add(one))
        .forEach(this::writes);
  }

  /** The provider cannot tell a forged sender from a true one. */
  private void writes(String phone) {
    House node = nodes.get(random.nextInt(nodes.size()));
    node.provider().reply("/callbacks/door/sms/reply", phone, "?");
  }

  /** Both notifiers take half of them, at the same time. */
  private void signUp(List<String> some) {
    Instant now = now();
    some.forEach(contact -> signedUp.put(contact, now));
    CompletableFuture<?>[] halves =
        IntStream.range(0, nodes.size())
            .mapToObj(
                node ->
                    CompletableFuture.runAsync(
                        () -> {
                          for (int at = node; at < some.size(); at += nodes.size()) {
                            signUp(nodes.get(node), some.get(at));
                          }
                        }))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(halves).join();
    listen();
  }

  private static void signUp(House node, String contact) {
    ReceiptCode code = ReceiptCode.random();
    node.post(Samples.register(code, Samples.passport("PL", EXPIRY), Contact.of(contact)));
  }

  private void step(Duration by) {
    nodes.getFirst().store().advance(by);
    for (House node : nodes) {
      int looked;
      do {
        looked = node.get(CodeSender.class).sweep();
      } while (looked == 200);
    }
    listen();
  }

  private void startAnew() {
    List<House> again = nodes.stream().map(House::beside).toList();
    nodes.forEach(House::close);
    nodes = new ArrayList<>(again);
    nodes.getFirst().called();
  }

  /** Whoever was written to since the last look, at this hour. */
  private void listen() {
    nodes.forEach(House::quiet);
    Instant now = now();
    List<Post> posts = nodes.getFirst().provider().posts();
    posts.subList(heard, posts.size()).forEach(post -> reached(post.to(), now));
    heard = posts.size();
    var received = nodes.getFirst().sink().received();
    received.subList(mails, received.size()).forEach(mail -> reached(addressee(mail), now));
    mails = received.size();
  }

  private static String addressee(jakarta.mail.internet.MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void reached(String contact, Instant at) {
    reached.computeIfAbsent(contact, _ -> new ArrayList<>()).add(at);
  }

  /** The part of them who had their code within that time. */
  double share(Set<String> people, Duration within) {
    return people.stream().filter(one -> had(one, within)).count() / (double) people.size();
  }

  private boolean had(String contact, Duration within) {
    return reached.containsKey(contact)
        && !reached.get(contact).getFirst().isAfter(signedUp.get(contact).plus(within));
  }

  private Obtained obtained(Set<String> attack) {
    List<Map.Entry<String, Instant>> texts =
        texts().filter(text -> attack.contains(text.getKey())).toList();
    return new Obtained(
        texts.size(),
        most(texts, text -> text.getValue().truncatedTo(java.time.temporal.ChronoUnit.DAYS)),
        most(
            texts,
            text ->
                prefix(text.getKey())
                    + text.getValue().truncatedTo(java.time.temporal.ChronoUnit.HOURS)),
        most(texts, Map.Entry::getKey));
  }

  private Stream<Map.Entry<String, Instant>> texts() {
    return reached.entrySet().stream()
        .filter(one -> one.getKey().startsWith("+"))
        .flatMap(one -> one.getValue().stream().map(at -> Map.entry(one.getKey(), at)));
  }

  /** Of everybody together, honest people included. */
  private void keepsEveryBudget() {
    List<Map.Entry<String, Instant>> texts = texts().toList();
    Function<Map.Entry<String, Instant>, Instant> day =
        text -> text.getValue().truncatedTo(java.time.temporal.ChronoUnit.DAYS);
    assertThat(most(texts, text -> prefix(text.getKey()) + day.apply(text)))
        .isLessThanOrEqualTo((int) LIMITS.prefixDay());
    assertThat(most(texts, text -> text.getKey().substring(0, 3) + day.apply(text)))
        .isLessThanOrEqualTo((int) LIMITS.country());
    assertThat(most(texts, day::apply))
        .isLessThanOrEqualTo((int) (LIMITS.money() / LIMITS.price()));
    assertThat(most(texts, text -> text.getKey() + day.apply(text)))
        .isLessThanOrEqualTo((int) LIMITS.destination());
  }

  private static <T> int most(
      List<Map.Entry<String, Instant>> texts, Function<Map.Entry<String, Instant>, T> by) {
    return texts.stream()
        .collect(Collectors.groupingBy(by, Collectors.summingInt(_ -> 1)))
        .values()
        .stream()
        .max(Integer::compare)
        .orElse(0);
  }

  private static String prefix(String number) {
    return number.substring(0, 6);
  }

  Set<String> numbers(List<String> prefixes, int count) {
    Set<String> numbers = new HashSet<>();
    while (numbers.size() < count) {
      String number =
          prefixes.get(random.nextInt(prefixes.size()))
              + "%06d".formatted(random.nextInt(1_000_000));
      if (isMobile(number) && given.add(number)) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  /** Every range of Polish mobile phones. */
  static List<String> polish() {
    return IntStream.range(450, 900)
        .mapToObj(range -> "+48" + range)
        .filter(range -> isMobile(range + "123456"))
        .toList();
  }

  private static boolean isMobile(String number) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      var parsed = numbers.parse(number, null);
      return numbers.isValidNumber(parsed)
          && numbers.getNumberType(parsed) == PhoneNumberType.MOBILE;
    } catch (NumberParseException e) {
      return false;
    }
  }
}
