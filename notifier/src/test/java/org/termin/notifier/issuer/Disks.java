package org.termin.notifier.issuer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.termin.notifier.issuer.StolenRows.Mark;
import org.termin.notifier.issuer.StolenRows.Row;
import org.termin.testkit.TestStore;

/** The same store stolen night after night: which rows were on which disk. */
final class Disks {
  /** One row in one form; what is changed is another one. */
  private record Form(UUID id, Mark mark) {}

  private final Map<Form, BitSet> nights = new LinkedHashMap<>();
  private final Map<Form, Row> rows = new HashMap<>();
  private int taken;

  /** Takes one more disk away. */
  void take(TestStore store) {
    for (Row row : StolenRows.from(store).rows()) {
      Form form = new Form(row.id(), StolenRows.mark(row));
      rows.putIfAbsent(form, row);
      nights.computeIfAbsent(form, _ -> new BitSet()).set(taken);
    }
    taken++;
  }

  int taken() {
    return taken;
  }

  /**
   * All rows of these disks. Two disks do not say who wrote a row, but between which of them it
   * came and between which it went: that stands in the place of the writer.
   */
  StolenRows of(List<Integer> disks) {
    BitSet known = new BitSet();
    disks.forEach(known::set);
    Map<BitSet, Long> groups = new HashMap<>();
    List<Row> all = new ArrayList<>();
    nights.forEach(
        (form, seen) -> {
          BitSet on = (BitSet) seen.clone();
          on.and(known);
          if (!on.isEmpty()) {
            long group = groups.computeIfAbsent(on, _ -> (long) groups.size());
            all.add(writtenBy(rows.get(form), group));
          }
        });
    return new StolenRows(all);
  }

  /** What was on one disk and no more on the next one. */
  Set<Row> goneAfter(int disk) {
    return between(disk, disk + 1);
  }

  /** What was on a disk and not yet on the one before. */
  Set<Row> newOn(int disk) {
    return between(disk, disk - 1);
  }

  private Set<Row> between(int on, int off) {
    return nights.entrySet().stream()
        .filter(one -> one.getValue().get(on) && !one.getValue().get(off))
        .map(one -> rows.get(one.getKey()))
        .collect(Collectors.toSet());
  }

  private static Row writtenBy(Row row, long group) {
    return new Row(row.id(), row.sealed(), row.due(), row.stale(), row.trait(), group);
  }
}
