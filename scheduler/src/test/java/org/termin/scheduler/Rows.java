package org.termin.scheduler;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.termin.database.Role;
import org.termin.testkit.TestStore;

/** Reminder rows as the notifier would write them, and what has become of them. */
public final class Rows {
  private final JdbcClient notifier;

  public Rows(TestStore store) {
    notifier = store.jdbc(Role.NOTIFIER);
  }

  /** Writes so many rows; wake is an interval from now. */
  public void add(int count, String state, int lane, String wake) {
    notifier
        .sql(
            """
            insert into ledger.reminder (id, ref, sealed_ref, lane, due_at, not_after, state, wake_at, turn)
            select gen_random_uuid(), uuid_send(gen_random_uuid()), '', :lane, app.now(),
                   app.now() + interval '30 days', :state, app.now() + :wake::interval,
                   case :state when 'PLANNED' then 0 else 1 end
            from generate_series(1, :count)
            """)
        .param("count", count)
        .param("state", state)
        .param("lane", lane)
        .param("wake", wake)
        .update();
  }

  public UUID addOne(String state, int lane, String wake) {
    var before = ids();
    add(1, state, lane, wake);
    return ids().stream().filter(id -> !before.contains(id)).findFirst().orElseThrow();
  }

  public List<UUID> ids() {
    return notifier.sql("select id from ledger.reminder order by id").query(UUID.class).list();
  }

  public int count(String state) {
    return notifier
        .sql("select count(*) from ledger.reminder where state = :state")
        .param("state", state)
        .query(Integer.class)
        .single();
  }

  /** Takes all queued rows, as a notifier that claims everything. */
  public int claim() {
    return notifier
        .sql(
            """
            update ledger.reminder set state = 'SENDING', wake_at = 'infinity'
            where id in (select id from ledger.reminder where state = 'QUEUED' for update skip locked)
            """)
        .update();
  }

  public void clear() {
    notifier.sql("delete from ledger.reminder").update();
  }

  /** The step of the job's last heartbeat, or -1. */
  public long step(String job) {
    return notifier
        .sql("select step from ledger.heartbeat where job = :job")
        .param("job", job)
        .query(Long.class)
        .optional()
        .orElse(-1L);
  }
}
