package org.termin.tracker.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.PersonView;

/** Reads a code word; only words of our own lists are taken, so it is no field for free text. */
final class CodeWordReader {
  private final Faults faults;

  CodeWordReader(Faults faults) {
    this.faults = faults;
  }

  String read(@Nullable String written, PersonView view, String at) {
    if (written == null || written.isBlank()) {
      return view.codeWord();
    }
    String word = written.strip().toLowerCase(Locale.ROOT);
    if (word.equals(view.codeWord())) {
      return word;
    }
    if (word.length() > 12 || !CodeWordList.knows(word)) {
      faults.add(at, ProblemKind.UNREADABLE_CODE_WORD);
    }
    return word;
  }
}
