package org.termin.notifier.reply;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ReplyKeys;
import org.termin.notifier.keys.Keyring;

/**
 * Which answers were handled: providers call again when they are in doubt, and the same text must
 * not act twice, whichever notifier takes the second call and whenever it comes.
 */
@Component
class Seen {

  /** Longer than any text may be answered after, so that a call kept back meets another text. */
  private static final int KEPT_DAYS = 35;

  private final JdbcClient db;
  private final Keyring keys;

  Seen(JdbcClient db, Keyring keys) {
    this.db = db;
    this.keys = keys;
  }

  /** True the first time; it counts only if the transaction commits. */
  boolean isFirst(String providerId) {
    return db.sql("insert into ledger.reply_seen (key) values (:key) on conflict do nothing")
            .param("key", ReplyKeys.seen(keys.ledger(), providerId))
            .update()
        == 1;
  }

  int forgetOld() {
    return db.sql("delete from ledger.reply_seen where day < app.today() - :kept")
        .param("kept", KEPT_DAYS)
        .update();
  }
}
