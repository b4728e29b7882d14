package org.termin.testkit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.Register;
import org.termin.contract.words.Alert;
import org.termin.contract.words.Consents;
import org.termin.contract.words.Contact;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Language;
import org.termin.contract.words.Situation;
import org.termin.contract.words.Wording;

/** Invented people and documents; no number or address of theirs belongs to anybody. */
public final class Samples {
  private Samples() {}

  /** A Polish mobile number that passes every check; another one for each n up to 9999. */
  public static Contact polishPhone(int n) {
    return Contact.of("+4851200%04d".formatted(n));
  }

  /** A Spanish mobile number that passes every check. */
  public static Contact spanishPhone(int n) {
    return Contact.of("+3461200%04d".formatted(n));
  }

  /** A mail address under a domain that is kept for examples. */
  public static Contact mail(int n) {
    return Contact.of("person-%d@example.org".formatted(n));
  }

  /** The household's document of that number; it belongs to person 1. */
  public static HeldDocument document(
      int number, DocumentType type, @Nullable LocalDate lastValidDay) {
    return new HeldDocument(number, 1, 1, type, lastValidDay, DocumentState.HELD);
  }

  /** One person with one passport. */
  public static Situation passport(String country, LocalDate lastValidDay) {
    return new Situation(
        new Country(country.toUpperCase(Locale.ROOT)),
        null,
        null,
        List.of(document(1, DocumentType.PASSPORT, lastValidDay)));
  }

  /** One person with a passport and a residence permit. */
  public static Situation passportAndPermit(String country, LocalDate passport, LocalDate permit) {
    return new Situation(
        new Country(country.toUpperCase(Locale.ROOT)),
        null,
        null,
        List.of(
            document(1, DocumentType.PASSPORT, passport),
            document(2, DocumentType.RESIDENCE_PERMIT, permit)));
  }

  /** Nobody's household: somebody who wants to be told before waves of so many. */
  public static Situation alert(String country, int atLeast) {
    return Situation.waiting(new Country(country), new Alert(atLeast));
  }

  /** A family whose documents all end on one day. */
  public static Situation family(String country, int documents, LocalDate lastValidDay) {
    List<HeldDocument> all = new ArrayList<>();
    for (int number = 1; number <= documents; number++) {
      all.add(
          new HeldDocument(
              number, 1, number, DocumentType.PASSPORT, lastValidDay, DocumentState.HELD));
    }
    return new Situation(new Country(country.toUpperCase(Locale.ROOT)), null, null, all);
  }

  /** A sign-up in Belarusian with the clear wording. */
  public static Register register(ReceiptCode code, Situation situation, Contact... contacts) {
    return register(code, situation, Wording.CLEAR, Language.BE, contacts);
  }

  /** A sign-up. */
  public static Register register(
      ReceiptCode code,
      Situation situation,
      Wording wording,
      Language language,
      Contact... contacts) {
    return new Register(
        code.lookup(),
        code.view(),
        code.proofHash(),
        situation,
        List.of(contacts),
        wording,
        language,
        zone(situation.country()),
        new Consents(true, false),
        null);
  }

  /** The zone of the countries that samples live in. */
  public static ZoneId zone(Country country) {
    return ZoneId.of(
        switch (country.code()) {
          case "ES" -> "Europe/Madrid";
          case "LT" -> "Europe/Vilnius";
          case "GE" -> "Asia/Tbilisi";
          case "US" -> "America/New_York";
          default -> "Europe/Warsaw";
        });
  }
}
