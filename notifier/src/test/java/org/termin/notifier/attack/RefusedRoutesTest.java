package org.termin.notifier.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactParse.Accepted;
import org.termin.contract.words.ContactParse.Refused;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.RussianRoutes;
import org.termin.notifier.House;
import org.termin.notifier.channel.RefusedRoutes;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.testkit.Figures;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

/** The table of {@code docs/security-requirements.md}, line by line, behind the door. */
class RefusedRoutesTest {
  /** Somewhere that is not ours, given in one way or another. */
  private record Line(Contact contact, boolean refused, boolean allowedByOperator) {
    static Line of(String row) {
      List<String> cells = Arrays.stream(row.split("\\|")).map(String::strip).toList();
      return new Line(
          Contact.of(cells.get(2).replace("`", "")),
          cells.get(4).equals("refused") && cells.get(5).equals("refused"),
          cells.get(6).equals("taken, with a warning"));
    }
  }

  private static List<Line> lines() throws IOException {
    List<String> page =
        Files.readAllLines(Figures.project().resolve("docs/security-requirements.md"));
    int from = page.indexOf("<!-- routes -->");
    return page.subList(from + 4, page.indexOf("<!-- end of routes -->") - 1).stream()
        .map(Line::of)
        .toList();
  }

  @Test
  void everyRouteIsJudgedAsTheTableSaysWhenGivenAndWhereItWouldLeave() throws IOException {
    assertThat(lines()).hasSizeGreaterThan(15);
    for (Line line : lines()) {
      Channel channel = line.contact().channel();
      String given = line.contact().value();
      assertThat(Contact.parse(channel, given) instanceof Refused)
          .as(given)
          .isEqualTo(line.refused());
      assertThat(new RefusedRoutes(RussianRoutes.REFUSED).refuses(line.contact()))
          .as(given)
          .isEqualTo(line.refused());
      boolean warned =
          Contact.parse(channel, given, RussianRoutes.ALLOWED) instanceof Accepted taken
              && !taken.warnings().isEmpty();
      assertThat(warned).as(given).isEqualTo(line.allowedByOperator());
    }
  }

  @Test
  void whoeverStandsInARecordNevertheless() throws IOException {
    TestStore store = TestStore.fresh();
    store.freezeClock(Instant.parse("2026-11-23T09:00:00Z"));
    try (House house = House.on(store)) {
      int n = 0;
      for (Line line : lines()) {
        ReceiptCode code = ReceiptCode.random();
        Contact own =
            line.contact().channel() == Channel.SMS ? Samples.polishPhone(++n) : Samples.mail(++n);
        UUID id =
            house.register(
                code,
                Samples.register(code, Samples.passport("PL", LocalDate.of(2028, 3, 1)), own));
        house
            .get(TransactionTemplate.class)
            .executeWithoutResult(
                _ -> {
                  Person person = house.get(Records.class).lock(id).here().orElseThrow();
                  ContactSlot slot = person.content().slot(0).orElseThrow();
                  house
                      .get(Records.class)
                      .write(
                          person.with(
                              person
                                  .content()
                                  .with(
                                      new ContactSlot(
                                          0,
                                          line.contact(),
                                          ContactState.CONFIRMED,
                                          slot.replaces()))));
                });
      }
      house.deliver();
      for (Line line : lines()) {
        String to = line.contact().value();
        int arrived = house.provider().postsTo(to).size() + house.sink().receivedFor(to).size();
        assertThat(arrived).as(to).isEqualTo(line.refused() ? 0 : 1);
      }
    }
  }
}
