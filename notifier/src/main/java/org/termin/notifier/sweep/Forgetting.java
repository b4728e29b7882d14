package org.termin.notifier.sweep;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Channel;
import org.termin.notifier.channel.Carriers;
import org.termin.notifier.delivery.Attempts;
import org.termin.notifier.delivery.Row;
import org.termin.notifier.delivery.Rows;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;

/** Deletes what is no longer needed, here and at the provider. */
@Component
public class Forgetting {

  private static final Logger log = LoggerFactory.getLogger(Forgetting.class);
  private static final int BATCH = 200;

  private final JdbcClient db;
  private final Carriers carriers;
  private final Rows rows;
  private final Records records;

  Forgetting(JdbcClient db, Carriers carriers, Rows rows, Records records) {
    this.db = db;
    this.carriers = carriers;
    this.rows = rows;
    this.records = records;
  }

  /** Not urgent: everything here has hours or days. */
  @Scheduled(
      fixedDelayString = "${termin.forget.every:10m}",
      initialDelayString = "${termin.forget.every:10m}")
  public int sweep() {
    return providerCopies() + keys() + attempts() + reminders();
  }

  /** The provider's copy of a finished message names a number. */
  private int providerCopies() {
    List<Copy> copies =
        db.sql(
                """
                select id, channel, provider_ref from ledger.attempt
                where provider_ref is not null
                  and (state in ('DELIVERED', 'UNDELIVERED') and wake_at <= app.now()
                       or state = 'ACCEPTED' and looks >= ?
                          and (wake_at = 'infinity' or wake_at <= app.now()))
                order by wake_at limit ?
                """)
            .param(Attempts.WATCHED)
            .param(BATCH)
            .query(
                (row, _) ->
                    new Copy(
                        row.getObject("id", UUID.class),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("provider_ref")))
            .list();
    for (Copy copy : copies) {
      boolean gone =
          carriers.carrier(copy.channel()).map(carrier -> carrier.forget(copy.ref())).orElse(false);
      db.sql(
              """
              update ledger.attempt
                 set provider_ref = case when ? then null else provider_ref end,
                     wake_at = case when ? then 'infinity' else app.now() + interval '1 hour' end
               where id = ?
              """)
          .param(gone)
          .param(gone)
          .param(copy.id())
          .update();
    }
    return copies.size();
  }

  private record Copy(UUID id, Channel channel, String ref) {}

  private int keys() {
    return db.sql("delete from ledger.contact_day where day < app.today() - 14").update()
        + db.sql("delete from ledger.told where day < app.today() - 14").update();
  }

  private int attempts() {
    return db.sql(
                """
                delete from ledger.attempt
                where day < app.today() - 33 and state <> 'DISPATCHED'
                  and (state <> 'UNKNOWN' or wake_at = 'infinity')
                """)
            .update()
        + db.sql("delete from ledger.receipt where day < app.today() - 33").update();
  }

  /**
   * A finished row keeps its reference taken until its document version has been over for a month.
   */
  private int reminders() {
    List<UUID> old =
        db.sql(
                """
                select id from ledger.reminder
                where not_after < app.now() - interval '30 days'
                  and state in ('DELIVERED', 'NO_RECEIPT', 'FAILED', 'SUPERSEDED', 'CANCELLED', 'EXPIRED_UNSENT')
                order by random() limit ?
                """)
            .param(BATCH)
            .query(UUID.class)
            .list();
    List<UUID> gone = rows.rows(old).stream().filter(this::isOver).map(Row::id).toList();
    if (!gone.isEmpty()) {
      db.sql("delete from ledger.reminder where id = any(cast(? as uuid[]))")
          .param(gone.stream().map(UUID::toString).toArray(String[]::new))
          .update();
      log.debug("{} finished reminders deleted", gone.size());
    }
    return gone.size();
  }

  private boolean isOver(Row row) {
    return switch (records.open(row.ref().registration())) {
      case Found.Gone() -> true;
      // what we cannot open we do not judge
      case Found.Held() -> false;
      case Found.Here(Person person) ->
          row.ref().document() != 0
              && person
                  .content()
                  .situation()
                  .document(row.ref().document())
                  .map(held -> held.version() != row.ref().documentVersion())
                  .orElse(true);
    };
  }
}
