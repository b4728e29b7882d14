package org.termin.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.termin.contract.event.ExpiryDue;
import org.termin.contract.sealed.Act;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Action;
import org.termin.contract.words.AttemptState;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactState;
import org.termin.notifier.House;
import org.termin.notifier.channel.Carriers;
import org.termin.notifier.plan.Refs;
import org.termin.notifier.sweep.Sweeps;
import org.termin.testkit.Figures;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;
import org.termin.testkit.sms.Script;
import org.termin.testkit.sms.SentText;

@Timeout(value = 4, unit = TimeUnit.MINUTES)
class DeliveryTest {

  // a Monday morning in Warsaw
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static House house;
  private final ReceiptCode code = ReceiptCode.random();

  @BeforeAll
  static void open() {
    house = House.on(TestStore.fresh());
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void empty() {
    house.store().clear();
    house.store().freezeClock(NOW);
    house.provider().reset();
    house.sink().reset();
    house.get(Carriers.class).open(Channel.SMS);
  }

  private UUID resident(Contact... contacts) {
    return house.register(
        code, Samples.register(code, Samples.passport("PL", LocalDate.of(2028, 3, 1)), contacts));
  }

  private int rows(String condition) {
    return house
        .db()
        .sql("select count(*) from ledger.reminder where " + condition)
        .query(Integer.class)
        .single();
  }

  @Test
  void aDueRowBecomesOneTextAndItsReceiptIsSeen() {
    Contact phone = Samples.polishPhone(1);
    UUID id = resident(phone);
    house.deliver();
    assertThat(house.provider().postsTo(phone.value())).hasSize(2); // code and confirmation
    assertThat(rows("state = 'ACCEPTED'")).isEqualTo(1);

    SentText text = house.provider().messagesTo(phone.value()).getLast();
    assertThat(text.body()).contains(house.person(id).content().codeWord());
    house.provider().report(text.sid(), "sent");
    house.provider().report(text.sid(), "delivered");
    assertThat(rows("state = 'DELIVERED'")).isEqualTo(1);
    assertThat(house.person(id).deliveries().getFirst().state()).isEqualTo(AttemptState.DELIVERED);

    house.store().advance(Duration.ofHours(1));
    assertThat(house.deliver()).isZero();
    assertThat(house.provider().postsTo(phone.value())).hasSize(2);
  }

  @Test
  void anAmbiguousSendIsSettledByTheCallbackAndNeverRepeated() {
    Contact phone = Samples.polishPhone(2);
    resident(phone);
    house.provider().answers(phone.value(), Script.hangUp());
    house.deliver();
    assertThat(rows("state = 'UNKNOWN'")).isEqualTo(1);

    house.provider().report(house.provider().messagesTo(phone.value()).getLast().sid(), "sent");
    assertThat(rows("state = 'ACCEPTED'")).isEqualTo(1);
    house.store().advance(Duration.ofMinutes(20));
    house.get(Sweeps.class).run();
    house.deliver();
    assertThat(house.provider().postsTo(phone.value())).hasSize(2);
  }

  @Test
  void whatNobodyKnowsOfIsResentTwiceAndThenFails() {
    Contact phone = Samples.polishPhone(3);
    resident(phone);
    house.provider().listShows(false);
    house.provider().answers(phone.value(), Script.error500(), Script.reset(), Script.error503());
    for (int hour = 0; hour < 6; hour++) {
      house.deliver();
      house.store().advance(Duration.ofMinutes(20));
      house.get(Sweeps.class).run();
      house.store().advance(Duration.ofMinutes(2));
    }
    assertThat(house.provider().postsTo(phone.value())).hasSize(1 + 3);
    assertThat(rows("state = 'FAILED'")).isEqualTo(1);
  }

  @Test
  void aNumberThatDoesNotExistFallsBackToTheMailAtOnce() {
    Contact phone = Samples.polishPhone(4);
    Contact mail = Samples.mail(4);
    UUID id = resident(phone, mail);
    house.provider().answers(phone.value(), Script.reject(21211));
    house.deliver();
    house.store().advance(Duration.ofMinutes(1));
    house.deliver();
    // code, the line that the phone fails, and the confirmation
    assertThat(house.sink().receivedFor(mail.value())).hasSize(3);
    assertThat(house.person(id).content().slot(0).orElseThrow().state())
        .isEqualTo(ContactState.FAILING);
    assertThat(rows("state = 'ACCEPTED'")).isEqualTo(1);
  }

  @Test
  void aRefusedConnectionIsRetriedWithoutADouble() {
    Contact phone = Samples.polishPhone(5);
    resident(phone);
    house.provider().answers(phone.value(), Script.tooMany());
    house.deliver();
    assertThat(rows("state = 'RETRY_WAIT' and tries = 1")).isEqualTo(1);
    house.store().advance(Duration.ofMinutes(2));
    house.deliver();
    assertThat(house.provider().messagesTo(phone.value())).hasSize(2);
    assertThat(rows("state = 'ACCEPTED'")).isEqualTo(1);
  }

  @Test
  void ourOwnFaultWaitsAndBlamesNobody() {
    Contact phone = Samples.polishPhone(6);
    UUID id = resident(phone);
    house.provider().answers(phone.value(), Script.unauthorized());
    house.deliver();
    assertThat(rows("state = 'RETRY_WAIT' and tries = 0")).isEqualTo(1);
    assertThat(house.person(id).content().slot(0).orElseThrow().state())
        .isEqualTo(ContactState.CONFIRMED);
  }

  @Test
  void anErasedPersonsRowsEndUnsent() {
    Contact phone = Samples.polishPhone(7);
    UUID id = resident(phone);
    List<ExpiryDue> due = house.scan();
    house.say(UUID.randomUUID(), Act.plain(id, code.proof(), 1, Action.ERASE));
    house.get(Delivery.class).take(due);
    house.quiet();
    assertThat(house.provider().postsTo(phone.value())).hasSize(1);
    assertThat(rows("state <> 'CANCELLED'")).isZero();
  }

  @Test
  void anEventThatIsStaleOrRepeatedChangesNothing() {
    Contact phone = Samples.polishPhone(8);
    resident(phone);
    List<ExpiryDue> due = house.scan();
    house.get(Delivery.class).take(due);
    house.get(Delivery.class).take(due);
    house.quiet();
    house
        .get(Delivery.class)
        .take(due.stream().map(one -> new ExpiryDue(one.reminderId(), one.turn() + 1)).toList());
    house.quiet();
    assertThat(house.provider().postsTo(phone.value())).hasSize(2);
  }

  @Test
  void twoNotifiersRaceAndOneSends() throws Exception {
    List<Contact> phones = IntStream.range(100, 112).mapToObj(Samples::polishPhone).toList();
    for (Contact phone : phones) {
      ReceiptCode own = ReceiptCode.random();
      house.register(
          own, Samples.register(own, Samples.passport("PL", LocalDate.of(2028, 3, 1)), phone));
    }
    List<ExpiryDue> due = house.scan();
    assertThat(due).hasSize(phones.size());
    try (House other = house.beside()) {
      Thread left = Thread.ofPlatform().start(() -> house.get(Delivery.class).take(due));
      Thread right = Thread.ofPlatform().start(() -> other.get(Delivery.class).take(due));
      left.join();
      right.join();
      house.quiet();
      other.quiet();
    }
    for (Contact phone : phones) {
      assertThat(house.provider().postsTo(phone.value())).hasSize(2);
    }
  }

  @Test
  void tenDocumentsOnOnePhoneAreToldEveryStageInFewMessagesAndNeverTwoADay() {
    Contact phone = Samples.polishPhone(9);
    UUID id =
        house.register(
            code,
            Samples.register(code, Samples.family("LT", 10, LocalDate.of(2028, 3, 1)), phone));
    house.deliver();
    int before = house.provider().messagesTo(phone.value()).size();
    house.liveUntil(Instant.parse("2028-05-01T12:00:00Z"));

    int messages = house.provider().messagesTo(phone.value()).size() - before;
    Map<Integer, List<Row>> byDocument =
        house.get(Rows.class).of(Refs.of(house.person(id))).stream()
            .filter(row -> row.ref().document() > 0)
            .collect(Collectors.groupingBy(row -> row.ref().document()));
    long stages = byDocument.values().stream().mapToLong(List::size).sum();
    List<Row> untold =
        byDocument.values().stream().flatMap(List::stream).filter(row -> !row.told()).toList();
    int mostADay =
        house
            .db()
            .sql(
                "select coalesce(max(n), 0) from (select count(*) n from ledger.attempt where"
                    + " kind = 'REMINDER' group by day) a")
            .query(Integer.class)
            .single();
    Figures.record(
        "R16",
        "ten documents of one date, one phone, no mail",
        0,
        "mvn verify -pl notifier -am -Dtest=DeliveryTest -Dsurefire.failIfNoSpecifiedTests=false",
        "%d stages of %d documents, %d told, in %d messages; most on one day: %d"
            .formatted(stages, byDocument.size(), stages - untold.size(), messages, mostADay),
        untold.isEmpty() && messages <= 9 && mostADay == 1);
    assertThat(byDocument).hasSize(10);
    assertThat(untold).isEmpty();
    assertThat(messages).isBetween(4, 9);
    assertThat(mostADay).isEqualTo(1);
  }

  @Test
  void afterAMonthOfSilenceThereIsOneMessageForEachPerson() {
    Contact phone = Samples.polishPhone(10);
    ReceiptCode own = ReceiptCode.random();
    house.register(
        own,
        Samples.register(
            own,
            Samples.passportAndPermit("PL", LocalDate.of(2027, 6, 1), LocalDate.of(2027, 2, 1)),
            phone));
    house.deliver();
    house.liveUntil(Instant.parse("2026-12-15T12:00:00Z"));
    int before = house.provider().messagesTo(phone.value()).size();

    house.store().freezeClock(Instant.parse("2027-01-15T11:00:00Z"));
    house.deliver();
    assertThat(house.provider().messagesTo(phone.value()).size() - before).isLessThanOrEqualTo(1);
    assertThat(rows("state = 'QUEUED'")).isZero();
  }
}
