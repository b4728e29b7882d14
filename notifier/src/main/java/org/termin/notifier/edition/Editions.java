package org.termin.notifier.edition;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.termin.guidance.edition.Edition;
import org.termin.guidance.text.Texts;
import org.termin.notifier.record.Person;

/**
 * Which rules hold for whom. Mostly this notifier's own; but somebody whom a newer notifier has
 * planned stays with what that one knows, so that two releases side by side do not undo each
 * other's work.
 */
@Component
public class Editions {
  private static final Logger log = LoggerFactory.getLogger(Editions.class);

  private final Edition own;
  private final Shelf shelf;
  private final Map<Integer, Optional<Known>> known = new ConcurrentHashMap<>();

  /** An edition with its sentences. */
  private record Known(Edition edition, Texts texts) {
    static Known of(Edition edition) {
      return new Known(edition, Texts.of(edition.packs()));
    }
  }

  Editions(Edition own, Shelf shelf) {
    this.own = own;
    this.shelf = shelf;
    known.put(own.number(), Optional.of(Known.of(own)));
  }

  /** What this notifier came with. */
  public Edition own() {
    return own;
  }

  /** What a person is planned and written to with. */
  public Edition of(Person person) {
    return knownTo(person).edition();
  }

  /** The sentences of it. */
  public Texts texts(Person person) {
    return knownTo(person).texts();
  }

  /** The edition of a number, if it was ever in use here and can still be read. */
  public Optional<Edition> numbered(int number) {
    return known(number).map(Known::edition);
  }

  /** The one in use before that number, if there was one. */
  public Optional<Edition> before(int number) {
    return shelf.before(number).flatMap(this::numbered);
  }

  private Known knownTo(Person person) {
    int newer = Math.max(own.number(), person.plannedGuidance());
    return known(newer).or(() -> known(own.number())).orElseThrow();
  }

  private Optional<Known> known(int number) {
    return known.computeIfAbsent(number, this::read);
  }

  private Optional<Known> read(int number) {
    try {
      return shelf.read(number).map(Edition::published).map(Known::of);
    } catch (DataAccessException e) {
      throw e;
    } catch (RuntimeException e) {
      // of a form this release does not know: that must not keep anybody from being planned
      log.warn("edition {} of the rules cannot be read by this release", number);
      return Optional.empty();
    }
  }
}
