package org.termin.notifier.record;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many registrations were ever activated, and erased again: changed in the transaction that
 * does it, so that whoever deletes a record by another way leaves a difference.
 */
@Component
public class Tally {
  private final JdbcClient db;

  Tally(JdbcClient db) {
    this.db = db;
  }

  /** A pending registration is being activated. */
  public void activated() {
    add("ACTIVATED");
  }

  /** A registration that had been activated is being erased. */
  public void erased() {
    add("ERASED");
  }

  private void add(String what) {
    db.sql(
            """
            insert into ledger.tally (what, figure) values (:what, 1)
            on conflict (what) do update set figure = tally.figure + 1
            """)
        .param("what", what)
        .update();
  }
}
