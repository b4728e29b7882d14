package org.termin.notifier.attack;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.termin.database.Role;
import org.termin.notifier.attack.Overwriting.Column;
import org.termin.testkit.TestStore;

/** Every table about people and what is told to them, as it was and as the attacker leaves it. */
final class Tables {
  private final TestStore store;
  private final Map<String, List<Column>> columns;

  Tables(TestStore store) {
    this.store = store;
    this.columns =
        store
            .jdbc(Role.NOTIFIER)
            .sql(
                """
                select n.nspname || '.' || c.relname as "table", a.attname as name,
                       format_type(a.atttypid, null) as type, not a.attnotnull as nullable
                  from pg_attribute a join pg_class c on c.oid = a.attrelid
                  join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname in ('people', 'ledger') and c.relkind = 'r' and a.attnum > 0
                   and not a.attisdropped
                 order by 1, a.attnum
                """)
            .query(Column.class)
            .list()
            .stream()
            .collect(Collectors.groupingBy(Column::table));
  }

  /** Everything the attacker tries, table by table. */
  List<Overwriting> attacks() {
    return columns.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(one -> Overwriting.of(one.getKey(), one.getValue()).stream())
        .toList();
  }

  int columns() {
    return columns.values().stream().mapToInt(List::size).sum();
  }

  /** Puts a copy of everything aside. */
  void keep() {
    store.asAdmin("create schema if not exists kept");
    columns
        .keySet()
        .forEach(
            table ->
                store.asAdmin("create table kept.%s as table %s".formatted(bare(table), table)));
  }

  /** All as it was kept. */
  void putBack() {
    StringBuilder all = new StringBuilder();
    all.append("truncate %s cascade;".formatted(String.join(", ", columns.keySet())));
    columns
        .keySet()
        .forEach(
            table -> all.append("insert into %s table kept.%s;".formatted(table, bare(table))));
    asSuperuser(all.toString());
  }

  /** False where the table itself cannot hold such rows. */
  boolean suffer(Overwriting attack) {
    return asSuperuser(attack.sql());
  }

  private static String bare(String table) {
    return table.replace('.', '_');
  }

  /** Without triggers and foreign keys, which a superuser can put off. */
  private boolean asSuperuser(String sql) {
    try (Connection connection = store.admin();
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(sql);
      return true;
    } catch (SQLException refused) {
      if (refused.getSQLState().startsWith("23") || refused.getSQLState().startsWith("22")) {
        return false;
      }
      throw new IllegalStateException("no such attack: " + sql, refused);
    }
  }
}
