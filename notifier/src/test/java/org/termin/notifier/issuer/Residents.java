package org.termin.notifier.issuer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Contact;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.notifier.Rooms;
import org.termin.notifier.intake.Intake;
import org.termin.notifier.issuer.StateRegister.Family;
import org.termin.testkit.Samples;

/** Families of the register who sign up at the door, some each day, and who they are. */
final class Residents {
  /** Where they live and how many of a hundred. */
  static final Map<String, Integer> COUNTRIES =
      Map.of("PL", 42, "LT", 18, "DE", 10, "GE", 10, "ES", 5, "CZ", 5, "LV", 4, "US", 4, "DK", 2);

  /** So many come between two looks at whether too many did. */
  private static final int A_FEW = 3;

  /** Mixing forgets what was before it: on one disk the nights long ago have left nothing. */
  static final int LAST_NIGHTS = 5;

  private final int nights;
  private final Rooms rooms;
  private final Random random;
  private final Map<UUID, Resident> known = new HashMap<>();
  private final Map<UUID, ReceiptCode> codes = new HashMap<>();

  /** Which contacts somebody has: a third each. */
  enum Reach {
    PHONE,
    MAIL,
    BOTH;

    boolean phone() {
      return this != MAIL;
    }

    boolean mail() {
      return this != PHONE;
    }
  }

  record Resident(Family family, String country, Reach reach, LocalDate came) {}

  /** The last so many nights count. */
  Residents(Rooms rooms, long seed, int nights) {
    this.nights = nights;
    this.rooms = rooms;
    this.random = new Random(seed);
  }

  /**
   * So many families come, spread over so many days; what happens each night and hour is the
   * caller's.
   */
  Map<UUID, Resident> come(
      List<Family> families, int many, int days, Instant first, Runnable hour, Runnable night) {
    List<Family> some = new ArrayList<>(families);
    Collections.shuffle(some, random);
    for (int day = 0; day < days; day++) {
      Instant morning = first.plus(Duration.ofDays(day));
      rooms.store().freezeClock(morning);
      rooms.outbox().clear();
      LocalDate today = LocalDate.ofInstant(morning, ZoneOffset.UTC);
      boolean weighs = day >= days - nights;
      List<Integer> numbers =
          IntStream.range(many * day / days, many * (day + 1) / days).boxed().toList();
      Map<Integer, Resident> coming = new HashMap<>();
      numbers.forEach(n -> coming.put(n, resident(some.get(n), today)));
      coming.forEach(
          (n, resident) -> {
            known.put(signUp(n, resident), resident);
            if (weighs && n % A_FEW == 0) {
              hour.run();
            }
          });
      if (weighs && day < days - 1) {
        night.run();
      }
    }
    return known;
  }

  private Resident resident(Family family, LocalDate today) {
    int lot = random.nextInt(100);
    String country = "";
    for (String one : COUNTRIES.keySet().stream().sorted().toList()) {
      lot -= COUNTRIES.get(one);
      if (lot < 0) {
        country = one;
        break;
      }
    }
    return new Resident(family, country, Reach.values()[random.nextInt(3)], today);
  }

  private UUID signUp(int n, Resident resident) {
    List<Contact> contacts = new ArrayList<>();
    if (resident.reach().phone()) {
      contacts.add(Samples.polishPhone(n));
    }
    if (resident.reach().mail()) {
      contacts.add(Samples.mail(n));
    }
    ReceiptCode code = ReceiptCode.random();
    UUID id =
        rooms.post(
            Samples.register(
                code,
                situation(resident.country(), resident.family().ends()),
                contacts.toArray(Contact[]::new)));
    rooms.get(Intake.class).look(List.of(id));
    for (int slot = 0; slot < contacts.size(); slot++) {
      String said = rooms.say(new Confirm(id, code.proof(), slot, rooms.outbox().digits(id, slot)));
      if (!said.equals("DONE")) {
        throw new IllegalStateException("a code was refused: " + said);
      }
    }
    codes.put(id, code);
    return id;
  }

  /** Everybody so far, by registration. */
  Map<UUID, Resident> known() {
    return known;
  }

  ReceiptCode code(UUID id) {
    return Objects.requireNonNull(codes.get(id));
  }

  static Situation situation(String country, List<LocalDate> ends) {
    return situation(country, ends, DocumentState.HELD);
  }

  static Situation situation(String country, List<LocalDate> ends, DocumentState state) {
    List<HeldDocument> documents = new ArrayList<>();
    for (LocalDate end : ends) {
      int number = documents.size() + 1;
      documents.add(new HeldDocument(number, 1, number, DocumentType.PASSPORT, end, state));
    }
    return new Situation(new Country(country), null, null, documents);
  }
}
