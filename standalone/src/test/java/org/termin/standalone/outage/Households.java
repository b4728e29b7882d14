package org.termin.standalone.outage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Contact;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;
import org.termin.guidance.ladder.Stage;
import org.termin.testkit.Samples;

/**
 * Invents people whose ladders run through the days of an outage, in four zones, with one to three
 * documents, reached by phone, by mail or by both.
 */
final class Households {
  private static final List<String> COUNTRIES = List.of("PL", "LT", "ES", "GE", "US");

  /** The middle of the secret days by which somebody's dates are moved. */
  private static final int JITTER = 5;

  private static final int TRIES = 500;

  private final Random random;
  private final Guidance guidance;
  private final LocalDate first;
  private final LocalDate last;

  /** Ladders that have a stage between these days, give or take the secret ones. */
  Households(Random random, Guidance guidance, LocalDate first, LocalDate last) {
    this.random = random;
    this.guidance = guidance;
    this.first = first;
    this.last = last;
  }

  Household next(int n) {
    List<Contact> contacts =
        switch (n % 4) {
          case 0, 1 -> List.of(Samples.polishPhone(n));
          case 2 -> List.of(Samples.mail(n));
          default -> List.of(Samples.polishPhone(n), Samples.mail(n));
        };
    Household found = invent(contacts);
    for (int tries = 0; tries < TRIES && !speaks(found); tries++) {
      found = invent(contacts);
    }
    return found;
  }

  private Household invent(List<Contact> contacts) {
    Country country = new Country(COUNTRIES.get(random.nextInt(COUNTRIES.size())));
    List<HeldDocument> documents = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int number = 1; number <= count; number++) {
      documents.add(
          new HeldDocument(
              number,
              1,
              number == 3 ? 2 : 1,
              number == 2 ? DocumentType.RESIDENCE_PERMIT : DocumentType.PASSPORT,
              first.plusDays(20 + random.nextInt(500)),
              DocumentState.HELD));
    }
    return new Household(
        UUID.randomUUID(),
        ReceiptCode.random(),
        new Situation(country, null, null, documents),
        contacts);
  }

  private boolean speaks(Household household) {
    return household.plan(guidance, first).slots().stream()
        .flatMap(
            slot ->
                slot.stagesFor(household.has(Channel.SMS), household.has(Channel.EMAIL)).stream())
        .map(this::middle)
        .anyMatch(day -> !day.isBefore(first) && !day.isAfter(last));
  }

  private LocalDate middle(Stage stage) {
    return stage.on().plusDays(stage.movesEarlier() ? -JITTER : JITTER);
  }
}
