package org.termin.contract.sealed;

import java.util.Optional;

/**
 * What became of an attempt to open something sealed: foreign input is a result, not an exception.
 */
public sealed interface Opening<T> {

  /** It opened, and its contents are valid. */
  record Opened<T>(T value) implements Opening<T> {
    @Override
    public String toString() {
      return "Opened";
    }
  }

  /** It did not open; of a record or view of ours this is an integrity alarm. */
  record Unopened<T>(Reason reason) implements Opening<T> {}

  /** How far it got. */
  enum Reason {
    /** Another kind of box, or none. */
    KIND,
    /** Sealed to another epoch than the key's. */
    EPOCH,
    /** Key, bytes or the row's identity do not belong together. */
    SEAL,
    /** It opened, but what is inside is not ours. */
    CONTENTS
  }

  /** The contents, where the reason does not matter. */
  default Optional<T> opened() {
    return switch (this) {
      case Opened<T>(T value) -> Optional.of(value);
      case Unopened<T> _ -> Optional.empty();
    };
  }
}
