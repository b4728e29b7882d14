package org.termin.contract.words;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;

/** Where a document stands, as far as its owner told us. */
public sealed interface DocumentState {

  /** In the drawer; its ladder runs. */
  record Held() implements DocumentState {
    @Override
    public String wire() {
      return "held";
    }
  }

  /** The step for it was filed on that day. */
  record Filed(LocalDate on) implements DocumentState {
    @Override
    public String wire() {
      return "filed:" + on;
    }

    @Override
    public String toString() {
      return "Filed";
    }
  }

  /** The successor is there; nothing more is said about it. */
  record Renewed() implements DocumentState {
    @Override
    public String wire() {
      return "renewed";
    }
  }

  /** Gone since that day; it satisfies nothing any more. */
  record Lost(LocalDate on) implements DocumentState {
    @Override
    public String wire() {
      return "lost:" + on;
    }

    @Override
    public String toString() {
      return "Lost";
    }
  }

  DocumentState HELD = new Held();
  DocumentState RENEWED = new Renewed();

  /** One short word, so that twelve documents fit: {@code held}, {@code filed:2026-03-14}. */
  @JsonValue
  String wire();

  /** Reads the short word. */
  @JsonCreator
  static DocumentState of(String wire) {
    int colon = wire.indexOf(':');
    String word = colon < 0 ? wire : wire.substring(0, colon);
    if (colon < 0) {
      return switch (word) {
        case "held" -> HELD;
        case "renewed" -> RENEWED;
        default -> throw new IllegalArgumentException("not a document state");
      };
    }
    LocalDate on = Days.of(wire.substring(colon + 1));
    return switch (word) {
      case "filed" -> new Filed(on);
      case "lost" -> new Lost(on);
      default -> throw new IllegalArgumentException("not a document state");
    };
  }
}
