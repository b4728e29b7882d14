package org.termin.notifier.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** One thing that the superuser does to all rows of one table at once. */
record Overwriting(String name, String sql) {

  /** A column as the catalog knows it. */
  record Column(String table, String name, String type, boolean nullable) {}

  /** Each column alone, and for the record what belongs together. */
  static List<Overwriting> of(String table, List<Column> columns) {
    List<Overwriting> all = new ArrayList<>();
    for (Column column : columns) {
      all.add(swapping(table, columns, column.name()));
      values(column).forEach(value -> all.add(putting(column, value)));
    }
    if (table.equals("people.record")) {
      all.add(swapping(table, columns, "record", "view"));
      all.add(swapping(table, columns, "record", "view", "version", "state", "key_epoch"));
      all.add(swapping(table, columns, "lookup", "view"));
    }
    all.add(new Overwriting(table + ": emptied", "delete from " + table));
    return all;
  }

  /** Every row gets these values from its neighbour. */
  private static Overwriting swapping(String table, List<Column> columns, String... swapped) {
    List<String> theirs = Arrays.asList(swapped);
    String kept = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    String taken =
        columns.stream()
            .map(one -> (theirs.contains(one.name()) ? "b." : "a.") + one.name())
            .collect(Collectors.joining(", "));
    return new Overwriting(
        table + ": " + String.join(", ", theirs) + " of the neighbour",
        """
        create temp table turned as
          select %2$s
            from (select row_number() over () as at, * from %1$s) a
            join (select row_number() over () as at, * from %1$s) b
              on b.at = a.at %% (select count(*) from %1$s) + 1;
        delete from %1$s;
        insert into %1$s (%3$s) select * from turned;
        drop table turned
        """
            .formatted(table, taken, kept));
  }

  private static Overwriting putting(Column column, String value) {
    return new Overwriting(
        column.table() + ": " + column.name() + " = " + value,
        "update %s set %s = %s".formatted(column.table(), column.name(), value));
  }

  private static List<String> values(Column column) {
    String name = column.name();
    List<String> values =
        new ArrayList<>(
            switch (column.type()) {
              case "smallint", "integer", "bigint" ->
                  List.of(name + " + 1", name + " - 1", name + " + 1000", "0", "1", "3");
              case "uuid" -> List.of("gen_random_uuid()");
              case "date" -> List.of(name + " - 400", name + " + 400", "app.today()");
              case "boolean" -> List.of("not " + name);
              case "bytea" ->
                  List.of(
                      "set_byte(%1$s, length(%1$s) - 1, get_byte(%1$s, length(%1$s) - 1) # 1)"
                          .formatted(name),
                      "set_byte(%1$s, 0, get_byte(%1$s, 0) # 1)".formatted(name),
                      "sha256(%s)".formatted(name),
                      "substring(sha256(%s) from 1 for 16)".formatted(name));
              case "text" ->
                  List.of(
                      "'PLANNED'",
                      "'SENDING'",
                      "'UNKNOWN'",
                      "'NOT_SENT'",
                      "'DELIVERED'",
                      "'FAILED'",
                      "'EMAIL'",
                      "'CODE'",
                      "'SAMPLE'",
                      "'NOTICE'",
                      "'https://elsewhere.example/'");
              default ->
                  List.of(
                      "'-infinity'",
                      "'infinity'",
                      "app.now() - interval '1 hour'",
                      "app.now() + interval '90 days'");
            });
    if (column.nullable()) {
      values.add("null");
    }
    return values;
  }
}
