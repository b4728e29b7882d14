package org.termin.notifier.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of people.record as it stands, both copies still sealed. */
record Row(
    UUID id,
    int version,
    int state,
    int epoch,
    byte[] record,
    byte[] view,
    int plannedVersion,
    int plannedGuidance,
    @Nullable Instant eraseAt) {
  static final String COLUMNS =
      "id, version, state, key_epoch, record, view, planned_version, planned_guidance, wake_at";

  static Row of(ResultSet row, int number) throws SQLException {
    OffsetDateTime wake = row.getObject("wake_at", OffsetDateTime.class);
    return new Row(
        row.getObject("id", UUID.class),
        row.getInt("version"),
        row.getInt("state"),
        row.getInt("key_epoch"),
        row.getBytes("record"),
        row.getBytes("view"),
        row.getInt("planned_version"),
        row.getInt("planned_guidance"),
        wake == null || wake.equals(OffsetDateTime.MAX) ? null : wake.toInstant());
  }

  @Override
  public String toString() {
    return "Row";
  }
}
