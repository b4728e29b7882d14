package org.termin.notifier.issuer;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.termin.contract.sealed.Ref;
import org.termin.notifier.issuer.Patterns.Guess;
import org.termin.notifier.issuer.Residents.Resident;
import org.termin.notifier.issuer.StolenRows.Row;

/** How the same rows would lie in the store if another design had written them. */
final class Designs {
  private final Patterns patterns;
  private final Map<UUID, Ref> truth;
  private final Map<UUID, Resident> residents;
  private final Map<UUID, Map<Integer, Integer>> secrets;
  private final Map<UUID, Long> writers = new HashMap<>();

  /** The secret days stand by registration and document. */
  Designs(
      Patterns patterns,
      Map<UUID, Ref> truth,
      Map<UUID, Resident> residents,
      Map<UUID, Map<Integer, Integer>> secrets) {
    this.patterns = patterns;
    this.truth = truth;
    this.residents = residents;
    this.secrets = secrets;
    residents.keySet().forEach(id -> writers.put(id, (long) writers.size()));
  }

  /** Every stage on its own day. */
  UnaryOperator<Row> withoutSecretDays() {
    return row -> {
      Ref ref = truth.get(row.id());
      Resident who = residents.get(ref.registration());
      LocalDate end = who.family().ends().get(ref.document() - 1);
      boolean early =
          patterns.comesEarly(end, new Guess(who.country(), who.reach(), 0), ref.stage());
      return moved(row, -patterns.move(early, secret(ref, ref.document())));
    };
  }

  /** All documents of a registration by the same days. */
  UnaryOperator<Row> movedTogether() {
    return row -> {
      Ref ref = truth.get(row.id());
      return moved(row, secret(ref, ref.document()) - secret(ref, 1));
    };
  }

  /** Never mixed: the rows of a registration were written by one transaction. */
  UnaryOperator<Row> inOrder() {
    return row -> writtenBy(row, writers.get(truth.get(row.id()).registration()));
  }

  /** Each night only the newcomers are mixed, among themselves. */
  UnaryOperator<Row> mixedByTheDay() {
    return row ->
        writtenBy(row, residents.get(truth.get(row.id()).registration()).came().toEpochDay());
  }

  private int secret(Ref ref, int document) {
    return secrets.get(ref.registration()).get(document);
  }

  private static Row moved(Row row, int days) {
    return new Row(
        row.id(),
        row.sealed(),
        row.due().plusDays(days),
        row.stale().plusDays(days),
        row.trait(),
        row.writer());
  }

  private static Row writtenBy(Row row, long writer) {
    return new Row(row.id(), row.sealed(), row.due(), row.stale(), row.trait(), writer);
  }
}
