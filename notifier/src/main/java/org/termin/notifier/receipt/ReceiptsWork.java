package org.termin.notifier.receipt;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Channel;

/**
 * Whether a sender's receipts have arrived lately: only then does their absence mean anything. Many
 * networks never send one, and an address of ours that nobody can reach looks the same.
 */
@Component
public class ReceiptsWork {

  private final JdbcClient db;
  private final int least;

  ReceiptsWork(JdbcClient db, @Value("${termin.delivery.receipts-least:20}") int least) {
    this.db = db;
    this.least = least;
  }

  /**
   * In the last seven days at least 20 messages were taken, and half of them had a final receipt.
   */
  public boolean work(Channel channel) {
    return db.sql(
            """
            with taken as (
              select exists (select from ledger.receipt r
                              where r.attempt = a.id
                                and r.provider_status in
                                    ('delivered', 'read', 'undelivered', 'failed')) as final
                from ledger.attempt a
               where a.channel = ? and a.day > app.today() - 7
                 and a.state in ('ACCEPTED', 'UNDELIVERED', 'DELIVERED'))
            select count(*) >= ? and count(*) filter (where final) * 2 >= count(*) from taken
            """)
        .param(channel.name())
        .param(least)
        .query(Boolean.class)
        .single();
  }
}
