package org.termin.standalone.hunt;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.termin.contract.sealed.ReceiptCode;

/** A value that must not be found anywhere, in every spelling of it that is worth looking for. */
final class Canary {
  private final String name;
  private final List<Pattern> patterns = new ArrayList<>();

  private Canary(String name) {
    this.name = name;
  }

  List<Pattern> patterns() {
    return patterns;
  }

  /** A text long enough that no accident writes it. */
  static Canary text(String name, String value) {
    return new Canary(name).everywhere("", value);
  }

  /** Bytes that are no text. */
  static Canary bytes(String name, byte[] value) {
    return new Canary(name).everywhere("", value);
  }

  /** A Polish mobile number; a plain hash of it would be as bad, as all numbers can be tried. */
  static Canary phone(String name, String e164) {
    String national = e164.substring(3);
    String[] threes = {national.substring(0, 3), national.substring(3, 6), national.substring(6)};
    Canary phone = new Canary(name);
    // with or without a plus before it
    phone.everywhere("", e164.substring(1));
    phone.everywhere("spaced", String.join(" ", threes));
    phone.everywhere("hyphens", String.join("-", threes));
    Encodings.of(national)
        .forEach(
            (encoding, bytes) ->
                // nine digits come up within longer numbers
                phone.patterns.add(
                    new Pattern(
                        name, "national " + encoding, bytes, "plain".equals(encoding), false)));
    for (String spelling : List.of(e164, e164.substring(1), national, "00" + e164.substring(1))) {
      phone.everywhere("SHA-256", Encodings.sha256(spelling.getBytes(StandardCharsets.UTF_8)));
    }
    return phone;
  }

  /** A mail address as typed and in small letters, its name alone, and its plain hashes. */
  static Canary mail(String name, String address) {
    Canary mail = new Canary(name);
    String small = address.toLowerCase(Locale.ROOT);
    for (String spelling : List.of(address, small, address.toUpperCase(Locale.ROOT))) {
      mail.everywhere("", spelling);
      mail.everywhere("local part", spelling.substring(0, spelling.indexOf('@')));
      mail.everywhere("SHA-256", Encodings.sha256(spelling.getBytes(StandardCharsets.UTF_8)));
    }
    return mail;
  }

  /**
   * A day as people and programs write it. A count of days in a binary column cannot be told from
   * any other number; which days the tables show is the business of the attack on due days (S5).
   */
  static Canary day(String name, LocalDate day) {
    Canary date = new Canary(name);
    for (String how :
        List.of(
            "yyyy-MM-dd",
            "dd.MM.yyyy",
            "d.M.yyyy",
            "dd/MM/yyyy",
            "MM/dd/yyyy",
            "d/M/yyyy",
            "dd-MM-yyyy",
            "yyyy/MM/dd",
            "yyyy.MM.dd",
            "yyyy,M,d",
            "yyyy, M, d")) {
      date.everywhere(how, DateTimeFormatter.ofPattern(how, Locale.ROOT).format(day));
    }
    for (String language : List.of("be", "ru", "en", "pl")) {
      for (String how : List.of("d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy")) {
        Locale locale = Locale.forLanguageTag(language);
        date.everywhere(how, DateTimeFormatter.ofPattern(how, locale).format(day));
      }
    }
    // eight digits alone are a date, within a longer number they are nothing; six are too few
    date.alone("yyyyMMdd", day.toString().replace("-", ""), false);
    date.alone("ddMMyyyy", DateTimeFormatter.ofPattern("ddMMyyyy").format(day), false);
    date.alone("yyMMdd", DateTimeFormatter.ofPattern("yyMMdd").format(day), true);
    date.alone("ddMMyy", DateTimeFormatter.ofPattern("ddMMyy").format(day), true);
    date.everywhere("seconds", Long.toString(day.atStartOfDay(ZoneOffset.UTC).toEpochSecond()));
    return date;
  }

  /** A receipt code: whole, by its bytes, each two neighbouring groups, and each group alone. */
  static Canary receipt(String name, String shown) {
    Canary receipt = new Canary(name);
    List<String> groups = List.of(shown.split("-", -1));
    for (String spelling : List.of(shown, shown.toLowerCase(Locale.ROOT))) {
      receipt.everywhere("", spelling);
      receipt.everywhere("no hyphens", spelling.replace("-", ""));
      receipt.everywhere("spaces", spelling.replace("-", " "));
    }
    for (int at = 0; at + 1 < groups.size(); at++) {
      receipt.everywhere("two groups", groups.get(at) + "-" + groups.get(at + 1));
      receipt.everywhere("two groups", groups.get(at) + groups.get(at + 1));
    }
    for (String group : groups) {
      // four digits are a port or a year, four letters a word; binary files hold all of them
      if (group.chars().anyMatch(Character::isDigit)
          && group.chars().anyMatch(Character::isLetter)) {
        receipt.alone("one group", group, true);
      }
    }
    ReceiptCode code = ReceiptCode.parse(shown).orElseThrow();
    receipt.everywhere("bytes", code.bytes());
    receipt.everywhere("proof", code.proof().bytes());
    receipt.everywhere("view key", code.view().bytes());
    receipt.everywhere("SHA-256", Encodings.sha256(shown.getBytes(StandardCharsets.UTF_8)));
    receipt.everywhere("SHA-256", Encodings.sha256(code.bytes()));
    return receipt;
  }

  /**
   * A code of six digits. Such digits come up by chance in every binary file, so there it is looked
   * for with what stood around it in its message; alone it is looked for where there is text.
   */
  static Canary code(String name, String digits, String message) {
    Canary code = new Canary(name);
    code.alone("six digits", digits, true);
    code.alone("3 + 3", digits.substring(0, 3) + " " + digits.substring(3), true);
    int at = message.indexOf(digits);
    if (at >= 0) {
      code.everywhere("after its words", message.substring(Math.max(0, at - 8), at + 6));
      code.everywhere(
          "before its words", message.substring(at, Math.min(message.length(), at + 12)));
    }
    return code;
  }

  private Canary everywhere(String spelling, String value) {
    return add(spelling, Encodings.of(value));
  }

  private Canary everywhere(String spelling, byte[] value) {
    return add(spelling, Encodings.of(value));
  }

  private Canary add(String spelling, java.util.Map<String, byte[]> encodings) {
    encodings.forEach(
        (encoding, bytes) ->
            patterns.add(
                new Pattern(name, (spelling + " " + encoding).strip(), bytes, false, false)));
    return this;
  }

  private void alone(String spelling, String value, boolean inTextOnly) {
    patterns.add(
        new Pattern(name, spelling, value.getBytes(StandardCharsets.UTF_8), true, inTextOnly));
  }
}
