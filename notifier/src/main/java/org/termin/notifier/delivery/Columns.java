package org.termin.notifier.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;

/** Values on their way into and out of columns. */
public final class Columns {

  private Columns() {}

  /** The far end of time is PostgreSQL's infinity. */
  public static OffsetDateTime at(Instant instant) {
    return instant.equals(Instant.MAX)
        ? OffsetDateTime.MAX
        : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value.equals(OffsetDateTime.MAX) ? Instant.MAX : value.toInstant();
  }

  /** To be cast to uuid[] in the statement. */
  public static String[] ids(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }

  public static UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }
}
