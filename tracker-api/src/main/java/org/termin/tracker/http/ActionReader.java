package org.termin.tracker.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.Act;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Action;
import org.termin.contract.words.Hurdle;
import org.termin.tracker.Store.StoreClock;
import org.termin.tracker.post.People.Found;
import org.termin.tracker.session.Access;

/** Reads one tap of a person; moving to another country is a change of the whole instead. */
@Component
public class ActionReader {
  private static final Set<Integer> WEEKS = Set.of(1, 2, 4);
  private static final Set<Action> DATED = Set.of(Action.FILED, Action.LOST);
  private static final Set<Action> AT_AN_OFFICE = Set.of(Action.FILED, Action.DONE, Action.REFUSED);

  private final StoreClock clock;

  ActionReader(StoreClock clock) {
    this.clock = clock;
  }

  /** The action on what was found; a new code is made by the caller. */
  public Readers.Read<Act> read(
      Bodies.ActionIn written, Found found, Access access, ReceiptCode fresh) {
    Faults faults = new Faults();
    Optional<Action> action = action(written.action(), faults);
    if (action.isEmpty()) {
      return Readers.Read.of(null, faults);
    }
    int version = written.version() == null ? found.version() : written.version();
    if (version < 1) {
      faults.add("/version", ProblemKind.MISSING_FIELD);
    }
    Act act =
        switch (action.get()) {
          case FILED, LOST, DONE, REFUSED -> {
            int document = document(written, found, faults);
            LocalDate on = DATED.contains(action.get()) ? on(written, found, faults) : null;
            Hurdle met = AT_AN_OFFICE.contains(action.get()) ? met(written, faults) : null;
            yield faults.none()
                ? Act.on(found.registration(), access.proof(), version, action.get(), document, on)
                    .met(met)
                : null;
          }
          case LATER -> {
            int document = document(written, found, faults);
            Integer weeks = written.weeks();
            if (weeks == null || !WEEKS.contains(weeks)) {
              faults.add("/weeks", ProblemKind.UNKNOWN_PAUSE);
            }
            yield faults.none() && weeks != null
                ? Act.later(found.registration(), access.proof(), version, document, weeks)
                : null;
          }
          case PAUSE, RESUME, SAMPLE, ERASE ->
              faults.none()
                  ? Act.plain(found.registration(), access.proof(), version, action.get())
                  : null;
          case NEW_CODE ->
              faults.none()
                  ? Act.newCode(found.registration(), access.proof(), version, fresh)
                  : null;
          case MOVED -> {
            faults.add("/action", ProblemKind.UNKNOWN_ACTION);
            yield null;
          }
        };
    return Readers.Read.of(act, faults);
  }

  private static Optional<Action> action(@Nullable String written, Faults faults) {
    if (written == null || written.isBlank()) {
      faults.add("/action", ProblemKind.MISSING_FIELD);
      return Optional.empty();
    }
    String name = written.toUpperCase(Locale.ROOT).replace('-', '_');
    Optional<Action> action =
        Arrays.stream(Action.values()).filter(one -> one.name().equals(name)).findFirst();
    if (action.isEmpty()) {
      faults.add("/action", ProblemKind.UNKNOWN_ACTION);
    }
    return action;
  }

  private static int document(Bodies.ActionIn written, Found found, Faults faults) {
    Integer number = written.document();
    if (number == null) {
      var documents = found.view().situation().documents();
      if (documents.size() == 1) {
        return documents.getFirst().number();
      }
      faults.add("/document", ProblemKind.MISSING_FIELD);
      return 0;
    }
    if (found.view().situation().document(number).isEmpty()) {
      faults.add("/document", ProblemKind.UNKNOWN_DOCUMENT);
    }
    return number;
  }

  /** What was met there; nothing where nothing is said. */
  private static @Nullable Hurdle met(Bodies.ActionIn written, Faults faults) {
    String reason = written.reason();
    if (reason == null || reason.isBlank()) {
      return null;
    }
    Optional<Hurdle> hurdle =
        Arrays.stream(Hurdle.values()).filter(one -> one.wire().equals(reason)).findFirst();
    if (hurdle.isEmpty()) {
      faults.add("/reason", ProblemKind.UNKNOWN_REASON);
    }
    return hurdle.orElse(null);
  }

  private @Nullable LocalDate on(Bodies.ActionIn written, Found found, Faults faults) {
    if (written.on() == null || written.on().isBlank()) {
      return null;
    }
    try {
      LocalDate on = LocalDate.parse(written.on());
      LocalDate today = LocalDate.ofInstant(clock.now(), found.view().zone());
      if (on.isAfter(today)) {
        faults.add("/on", ProblemKind.FUTURE_DATE);
      } else if (on.isBefore(today.minusYears(5))) {
        faults.add("/on", ProblemKind.IMPOSSIBLE_DATE);
      }
      return on;
    } catch (DateTimeException unreadable) {
      faults.add("/on", ProblemKind.IMPOSSIBLE_DATE);
      return null;
    }
  }
}
