package org.termin.notifier.keys;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database cannot be read without: every epoch something is sealed under. */
public record KeyNeeds(boolean anything, Set<Integer> epochs) {
  public static KeyNeeds of(JdbcClient db) {
    Set<Integer> epochs =
        Set.copyOf(
            db.sql(
                    """
                    select distinct key_epoch from people.record
                    union select distinct key_epoch from people.contact_index
                    union select distinct key_epoch from people.stopped
                    """)
                .query(Integer.class)
                .set());
    boolean rows =
        db.sql("select exists (select from ledger.reminder)").query(Boolean.class).single();
    return new KeyNeeds(rows || !epochs.isEmpty(), epochs);
  }
}
