package org.termin.notifier.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words of all languages and what they mean. All count in every language, as people answer in
 * the one at hand.
 */
final class Vocabulary {

  static final Vocabulary SHARED = new Vocabulary(rows());

  /** A stop is heard among a few other words; a long text that says stop may mean anything. */
  private static final int FEW_CHARACTERS = 30;

  private static final int LONGEST_PHRASE = 4;

  private final Map<String, Word> words = new HashMap<>();

  /** One line of the table. */
  record Row(String language, String word, Word meaning) {}

  Vocabulary(List<Row> rows) {
    for (Row row : rows) {
      Word other = words.put(Spelling.fold(row.word()), row.meaning());
      if (other != null && other != row.meaning()) {
        throw new IllegalStateException(row.word() + " means both " + other + " and " + row);
      }
    }
  }

  /** The table as it stands in the file. */
  static List<Row> rows() {
    try (InputStream file = Vocabulary.class.getResourceAsStream("reply-words.csv")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(cells -> new Row(cells[0], cells[1], Word.valueOf(cells[2])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Word> meaning(String text) {
    String folded = Spelling.fold(text);
    List<String> tokens = List.of(folded.split(" ", -1));
    Word said = repeated(tokens);
    return said != null || folded.length() > FEW_CHARACTERS
        ? Optional.ofNullable(said)
        : stopAmong(tokens);
  }

  /** The one meaning of every part, as in "1 done"; null where a part has none or another. */
  private @Nullable Word repeated(List<String> tokens) {
    for (int length = Math.min(LONGEST_PHRASE, tokens.size()); length > 0; length--) {
      Word first = words.get(String.join(" ", tokens.subList(0, length)));
      List<String> rest = tokens.subList(length, tokens.size());
      if (first != null && (rest.isEmpty() || repeated(rest) == first)) {
        return first;
      }
    }
    return null;
  }

  private Optional<Word> stopAmong(List<String> tokens) {
    return tokens.stream()
        .filter(token -> token.length() > 1)
        .map(words::get)
        .filter(meaning -> meaning == Word.STOP)
        .findFirst();
  }
}
