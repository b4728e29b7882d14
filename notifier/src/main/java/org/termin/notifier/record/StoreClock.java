package org.termin.notifier.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The database's "now", the only one that decides anything; still within one transaction. */
@Component
public class StoreClock {
  private final JdbcClient db;

  StoreClock(JdbcClient db) {
    this.db = db;
  }

  public Instant now() {
    return db.sql("select app.now()").query(OffsetDateTime.class).single().toInstant();
  }

  /** The UTC day, which rows and the log of stops carry. */
  public LocalDate today() {
    return db.sql("select app.today()").query(LocalDate.class).single();
  }
}
