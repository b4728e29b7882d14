package org.termin.standalone.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.termin.standalone.demo.Household.Country;
import org.termin.standalone.demo.Household.Document;
import org.termin.standalone.demo.Household.Member;
import org.termin.standalone.demo.Household.Reach;

/** Invents households, always the same ones for the same seed. */
final class Households {
  private static final Country POLAND = country("PL", "Europe/Warsaw", "+4851200");
  private static final Country SPAIN = country("ES", "Europe/Madrid", "+3461200");
  private static final List<Country> ELSEWHERE =
      List.of(
          country("LT", "Europe/Vilnius", "+3706120"),
          country("GE", "Asia/Tbilisi", "+99555500"),
          country("DE", "Europe/Berlin", "+491512000"),
          country("US", "America/New_York", "+1212555"));

  private final Random random;
  private final LocalDate today;

  Households(long seed, LocalDate today) {
    this.random = new Random(seed);
    this.today = today;
  }

  private static Country country(String code, String zone, String prefix) {
    return new Country(code, ZoneId.of(zone), prefix);
  }

  List<Household> invent(int count) {
    return IntStream.range(0, count).mapToObj(this::one).toList();
  }

  private Household one(int number) {
    // half in Poland, a quarter in Spain, the rest where only the general ladder is known
    Country country =
        switch (number % 8) {
          case 0, 1, 2, 3 -> POLAND;
          case 4, 5 -> SPAIN;
          default -> ELSEWHERE.get(number / 8 % ELSEWHERE.size());
        };
    List<Member> members = new ArrayList<>();
    int adults = 1 + random.nextInt(2);
    int children = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0;
    for (int n = 0; n < adults + children; n++) {
      members.add(new Member(n >= adults, documents()));
    }
    return new Household(
        number,
        country,
        List.of("be", "ru", "en").get(random.nextInt(3)),
        random.nextBoolean() ? "clear" : "discreet",
        members,
        contacts(number, country));
  }

  private List<Document> documents() {
    List<Document> documents = new ArrayList<>();
    documents.add(new Document("passport", today.plusDays(20 + random.nextInt(1200))));
    if (random.nextInt(4) != 0) {
      documents.add(new Document("residence-permit", today.plusDays(20 + random.nextInt(700))));
    }
    return documents;
  }

  private List<Reach> contacts(int number, Country country) {
    Reach phone = new Reach("sms", country.phonePrefix() + "%04d".formatted(number));
    Reach mail = new Reach("email", "household-%d@example.org".formatted(number));
    return switch (number % 10) {
      case 0, 1, 2, 3, 4, 5 -> List.of(phone);
      case 6, 7, 8 -> List.of(mail);
      default -> List.of(phone, mail);
    };
  }
}
