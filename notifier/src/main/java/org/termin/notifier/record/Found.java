package org.termin.notifier.record;

import java.util.Optional;

/** What became of looking for a person. */
public sealed interface Found {
  /** The row is there and both of its copies open. */
  record Here(Person person) implements Found {}

  /** No such row: never registered, or erased. */
  record Gone() implements Found {}

  /** A copy does not open under its row's values: alarmed, and left as it is. */
  record Held() implements Found {}

  /** Nobody. */
  static Found gone() {
    return new Gone();
  }

  /** The person, where it does not matter why there is none. */
  default Optional<Person> here() {
    return switch (this) {
      case Here(Person person) -> Optional.of(person);
      case Gone() -> Optional.empty();
      case Held() -> Optional.empty();
    };
  }
}
