package org.termin.tracker.web;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A printed day as somebody typed it into three fields, or all of it into the first one. Read
 * tolerantly: 14.03.2027, 14/3/27, 2027-03-14, 14 MAR 2027, 14 сакавіка 2027, 14 III 2027.
 */
public record TypedDay(String day, String month, String year) {
  /** What could not be read; the reader of requests refuses it as an impossible date. */
  static final String UNREADABLE = "?";

  static final TypedDay EMPTY = new TypedDay("", "", "");

  private static final int CENTURY = 2000;

  /** Fewer letters than these begin too many months. */
  private static final int FEWEST_LETTERS = 3;

  private static final List<String> ROMAN =
      List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");
  private static final Pattern BETWEEN = Pattern.compile("[\\s./,\\\\-]+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]");
  private static final Map<String, Month> NAMES = names();

  /** What was typed; a whole day in the first field is put into its three. */
  static TypedDay of(String day, String month, String year) {
    String[] pieces = BETWEEN.split(day.strip());
    if (pieces.length == 3 && pieces[0].matches("\\d{4}")) {
      return new TypedDay(pieces[2], pieces[1], pieces[0]);
    }
    return pieces.length == 3
        ? new TypedDay(pieces[0], pieces[1], pieces[2])
        : new TypedDay(day.strip(), month.strip(), year.strip());
  }

  static TypedDay of(LocalDate day) {
    return new TypedDay(
        "%02d".formatted(day.getDayOfMonth()),
        "%02d".formatted(day.getMonthValue()),
        Integer.toString(day.getYear()));
  }

  public boolean isEmpty() {
    return day.isEmpty() && month.isEmpty() && year.isEmpty();
  }

  /** As one text that {@link #of(String, String, String)} takes apart again. */
  public String whole() {
    return isEmpty() ? "" : (day + "." + month + "." + year).replaceAll("\\.+$", "");
  }

  /** The day as 2027-03-14; nothing where nothing was typed. */
  String iso() {
    if (isEmpty()) {
      return "";
    }
    List<String> pieces =
        Arrays.stream(BETWEEN.split(day + " " + month + " " + year))
            .filter(piece -> !piece.isEmpty())
            .toList();
    if (pieces.size() != 3) {
      return UNREADABLE;
    }
    boolean yearFirst = pieces.getFirst().matches("\\d{4}");
    return iso(pieces.get(yearFirst ? 2 : 0), pieces.get(1), pieces.get(yearFirst ? 0 : 2));
  }

  private static String iso(String day, String month, String year) {
    if (!day.matches("\\d{1,2}") || !year.matches("\\d{2}|\\d{4}")) {
      return UNREADABLE;
    }
    int written = Integer.parseInt(year);
    try {
      return month(month)
          .map(
              one ->
                  LocalDate.of(
                          year.length() == 2 ? CENTURY + written : written,
                          one,
                          Integer.parseInt(day))
                      .toString())
          .orElse(UNREADABLE);
    } catch (DateTimeException noSuchDay) {
      return UNREADABLE;
    }
  }

  private static Optional<Month> month(String typed) {
    if (typed.matches("\\d{1,2}")) {
      int number = Integer.parseInt(typed);
      return number < 1 || number > 12 ? Optional.empty() : Optional.of(Month.of(number));
    }
    // 1X is no X: what looks like a letter may have been meant as one
    return typed.matches(".*\\d.*") ? Optional.empty() : named(key(typed));
  }

  /** A name, or a beginning that only one month has: everybody shortens in their own way. */
  private static Optional<Month> named(String key) {
    Month whole = NAMES.get(key);
    if (whole != null || key.length() < FEWEST_LETTERS) {
      return Optional.ofNullable(whole);
    }
    List<Month> begun =
        NAMES.entrySet().stream()
            .filter(one -> one.getKey().startsWith(key))
            .map(Map.Entry::getValue)
            .distinct()
            .toList();
    return begun.size() == 1 ? Optional.of(begun.getFirst()) : Optional.empty();
  }

  /** As printed in passports and permits, and as people write: long and short, in any case. */
  private static Map<String, Month> names() {
    Map<String, Month> names = new HashMap<>();
    for (Month month : Month.values()) {
      names.put(ROMAN.get(month.ordinal()), month);
    }
    for (String language : List.of("en", "pl", "lt", "ru", "be")) {
      for (Month month : Month.values()) {
        for (TextStyle style :
            List.of(
                TextStyle.FULL,
                TextStyle.FULL_STANDALONE,
                TextStyle.SHORT,
                TextStyle.SHORT_STANDALONE)) {
          String name = key(month.getDisplayName(style, Locale.of(language)));
          if (!name.isEmpty()) {
            names.putIfAbsent(name, month);
          }
        }
      }
    }
    return names;
  }

  /** Bare small letters: keyboards abroad often have no ź and no ž. */
  private static String key(String name) {
    String apart = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return NO_LETTERS.matcher(apart).replaceAll("");
  }

  @Override
  public String toString() {
    return "TypedDay";
  }
}
