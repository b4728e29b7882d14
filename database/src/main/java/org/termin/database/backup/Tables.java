package org.termin.database.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the owner of the schema knows of its tables. */
final class Tables {
  /**
   * Who may come in: in no backup, as it would let in again whoever was revoked since. They are
   * invited anew.
   */
  static final List<String> NEVER_BACK =
      List.of("organiser.invitation", "organiser.organiser", "organiser.passkey");

  private Tables() {}

  static List<String> all(Connection owner) throws SQLException {
    return column(
        owner,
        """
        select format('%I.%I', schemaname, tablename) from pg_tables
         where schemaname in ('door', 'people', 'ledger', 'wave', 'organiser')
            or schemaname = 'app' and tablename not like 'flyway%'
         order by 1
        """);
  }

  /** Those whose rows a backup holds. */
  static List<String> kept(Connection owner) throws SQLException {
    return all(owner).stream().filter(table -> !NEVER_BACK.contains(table)).toList();
  }

  static int schema(Connection owner) throws SQLException {
    return Integer.parseInt(
        column(owner, "select max(version::int)::text from app.flyway_schema_history where success")
            .getFirst());
  }

  static Instant now(Connection owner) throws SQLException {
    return Instant.parse(
        column(
                owner,
                """
                select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                """)
            .getFirst());
  }

  /** Columns are named, so that a later schema may put others between them. */
  static String copyOut(Connection owner, String table) throws SQLException {
    return "copy %s (%s) to stdout".formatted(table, columns(owner, table));
  }

  static String columns(Connection owner, String table) throws SQLException {
    return String.join(
        ", ",
        column(
            owner,
            """
            select format('%%I', attname) from pg_attribute
             where attrelid = '%s'::regclass and attnum > 0 and not attisdropped
               and attgenerated = '' order by attnum
            """
                .formatted(table)));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static List<String> column(Connection owner, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
