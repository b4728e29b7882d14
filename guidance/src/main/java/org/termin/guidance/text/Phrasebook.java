package org.termin.guidance.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.Language;
import org.termin.guidance.pack.PackReader;

/** All sentences of one language as they stand in {@code texts/…yaml}. */
record Phrasebook(
    Language language,
    List<String> weekdays,
    Map<String, List<String>> plurals,
    Map<DocumentType, String> documents,
    String matter,
    String numbered,
    String by,
    String byToday,
    String till,
    String since,
    String unconfirmed,
    String unsure,
    Map<String, String> left,
    Map<String, String> more,
    Map<String, List<String>> replies,
    Map<String, String> actions,
    Map<Integer, StagePhrases> stages,
    StagePhrases openedMaybe,
    Map<String, String> notes,
    Map<String, String> mail,
    Map<String, String> calendar,
    Map<String, String> trace,
    Map<String, String> waysOut) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);

  /** One stage in both wordings; the undated ones serve where a date of the others is missing. */
  record StagePhrases(
      String clear,
      String discreet,
      @Nullable String clearUndated,
      @Nullable String discreetUndated) {

    List<String> in(boolean discreetly) {
      return Stream.of(discreetly ? discreet : clear, discreetly ? discreetUndated : clearUndated)
          .filter(Objects::nonNull)
          .toList();
    }
  }

  static Map<Language, Phrasebook> all() {
    Map<Language, Phrasebook> books = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      String resource = "texts/" + language.wire() + ".yaml";
      if (!Language.complete().contains(language) && !PackReader.exists(resource)) {
        continue;
      }
      Phrasebook book = PackReader.read(resource, Phrasebook.class);
      if (book.language != language) {
        throw new IllegalStateException(resource + " is in another language");
      }
      books.put(language, book);
    }
    return books;
  }

  /** A day as nobody can misread it: weekday, then day, month, year. */
  String day(LocalDate day) {
    return weekdays.get(day.getDayOfWeek().getValue() - 1) + " " + DAY.format(day);
  }

  /** What a document is called. */
  String name(DocumentType type) {
    String name = documents.get(type);
    if (name == null) {
      throw new IllegalStateException("no name for a document in " + language.wire());
    }
    return name;
  }

  /** A number with its noun in the right form. */
  String counted(String noun, long number) {
    return number + " " + plural(noun, number);
  }

  private String plural(String word, long number) {
    List<String> forms = of(plurals, word);
    return switch (Plural.of(language, number)) {
      case ONE -> forms.get(0);
      case FEW -> forms.get(1);
      case MANY -> forms.get(2);
    };
  }

  /** Whole days still left, passed, or none: as a sentence or as short as can be. */
  String left(long days, boolean asSentence) {
    if (days == 0) {
      return of(left, asSentence ? "none" : "today");
    }
    String counted = counted("day", Math.abs(days));
    if (days < 0) {
      return of(left, "past").replace("{days}", counted);
    }
    return asSentence ? plural("left", days).replace("{days}", counted) : counted;
  }

  static <T> T of(Map<String, T> phrases, String key) {
    T phrase = phrases.get(key);
    if (phrase == null) {
      throw new IllegalStateException("no phrase for " + key);
    }
    return phrase;
  }

  static String capitalised(String text) {
    int first = text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
  }
}
