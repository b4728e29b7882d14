package org.termin.tracker.wave;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.termin.contract.words.DocumentType;
import org.termin.tracker.web.Say;

/** Sorts of documents by the words the tables use for them. */
final class Documents {
  private static final Map<String, DocumentType> SORTS =
      Arrays.stream(DocumentType.values())
          .collect(Collectors.toMap(DocumentType::wire, type -> type));

  private Documents() {}

  static DocumentType of(String wire) {
    return Objects.requireNonNull(SORTS.get(wire), "a sort of document");
  }

  static String name(String wire, Say say) {
    return say.text("document." + of(wire));
  }
}
