package org.termin.notifier.verification;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.BudgetKeys;
import org.termin.contract.sealed.BudgetKeys.Scope;
import org.termin.contract.sealed.EpochKeys;
import org.termin.notifier.keys.Keyring;

/** Counters that fail closed: taken in the dispatching transaction, given back with it. */
@Component
public class Budgets {
  private final JdbcClient db;
  private final Keyring keys;

  Budgets(JdbcClient db, Keyring keys) {
    this.db = db;
    this.keys = keys;
  }

  /** So much of one budget, of which so much may be used in each window. */
  public record Claim(Scope scope, String value, Duration window, long most, long amount) {
    Instant start(Instant now) {
      long length = window.toSeconds();
      return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), length) * length);
    }

    Instant end(Instant now) {
      return start(now).plus(window);
    }

    @Override
    public String toString() {
      return "Claim of " + scope;
    }
  }

  /** Takes all of them or none; if none, the claim that keeps one waiting longest. */
  public Optional<Claim> refused(List<Claim> claims, Instant now) {
    EpochKeys epoch = keys.newest();
    byte[][] names = new byte[claims.size()][];
    Map<ByteBuffer, byte[]> begun = begun(claims, now);
    for (int at = 0; at < names.length; at++) {
      byte[] name = name(epoch, claims.get(at), now);
      names[at] = begun.getOrDefault(ByteBuffer.wrap(name), name);
    }
    Set<ByteBuffer> taken = new HashSet<>();
    take(claims, now, epoch, names).forEach(name -> taken.add(ByteBuffer.wrap(name)));
    if (taken.size() == claims.size()) {
      return Optional.empty();
    }
    giveBack(claims, names, taken);
    Claim longest = null;
    for (int at = 0; at < names.length; at++) {
      Claim claim = claims.get(at);
      if (!taken.contains(ByteBuffer.wrap(names[at]))
          && (longest == null || claim.window().compareTo(longest.window()) > 0)) {
        longest = claim;
      }
    }
    return Optional.ofNullable(longest);
  }

  /**
   * The names of windows that began under an older epoch, by the name they would have now: a change
   * of epoch in the middle of a day must not make that day's budget begin anew.
   */
  private Map<ByteBuffer, byte[]> begun(List<Claim> claims, Instant now) {
    List<EpochKeys> older = keys.living().stream().skip(1).toList();
    Map<ByteBuffer, ByteBuffer> newest = new HashMap<>();
    for (Claim claim : claims) {
      for (EpochKeys epoch : older) {
        newest.put(
            ByteBuffer.wrap(name(epoch, claim, now)),
            ByteBuffer.wrap(name(keys.newest(), claim, now)));
      }
    }
    if (newest.isEmpty()) {
      return Map.of();
    }
    Map<ByteBuffer, byte[]> begun = new HashMap<>();
    db.sql("select key from people.budget where key = any(:keys)")
        .param("keys", newest.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new))
        .query((row, _) -> row.getBytes("key"))
        .list()
        .forEach(key -> begun.put(newest.get(ByteBuffer.wrap(key)), key));
    return begun;
  }

  private List<byte[]> take(List<Claim> claims, Instant now, EpochKeys epoch, byte[][] names) {
    return db.sql(
            """
            with wanted as (
              select * from unnest(:names, :amounts, :most, :ends::timestamptz[])
                  as w (key, amount, most, ends_at))
            insert into people.budget (key, key_epoch, ends_at, used)
            select key, :epoch, ends_at, amount from wanted where amount <= most order by key
            on conflict (key) do update set used = budget.used + excluded.used
             where budget.used + excluded.used <= (select most from wanted w where w.key = excluded.key)
            returning key
            """)
        .param("names", names)
        .param("amounts", claims.stream().mapToLong(Claim::amount).toArray())
        .param("most", claims.stream().mapToLong(Claim::most).toArray())
        .param(
            "ends", claims.stream().map(claim -> claim.end(now).toString()).toArray(String[]::new))
        .param("epoch", epoch.number())
        .query((row, _) -> row.getBytes("key"))
        .list();
  }

  private void giveBack(List<Claim> claims, byte[][] names, Set<ByteBuffer> taken) {
    db.sql(
            """
            update people.budget b set used = b.used - w.amount
              from unnest(:names, :amounts) as w (key, amount)
             where b.key = w.key and b.key = any(:taken)
            """)
        .param("names", names)
        .param("amounts", claims.stream().mapToLong(Claim::amount).toArray())
        .param(
            "taken",
            Arrays.stream(names)
                .filter(name -> taken.contains(ByteBuffer.wrap(name)))
                .toArray(byte[][]::new))
        .update();
  }

  /** Whether a claim could be taken now; nothing is taken. */
  public boolean hasRoom(Claim claim, Instant now) {
    return used(claim, now) + claim.amount() <= claim.most();
  }

  /** How much of a claim's budget is used in the window of that instant. */
  public long used(Claim claim, Instant now) {
    return db.sql("select coalesce(sum(used), 0) from people.budget where key = any(:keys)")
        .param(
            "keys",
            keys.living().stream().map(epoch -> name(epoch, claim, now)).toArray(byte[][]::new))
        .query(Long.class)
        .single();
  }

  /** Gives one claim back to the window it was taken from, under the newest epoch that has it. */
  public void giveBack(Claim claim, Instant takenAt) {
    db.sql(
            """
            update people.budget set used = greatest(0, used - :amount)
             where key = (select key from people.budget where key = any(:names)
                           order by key_epoch desc limit 1)
            """)
        .param("amount", claim.amount())
        .param(
            "names",
            keys.living().stream().map(epoch -> name(epoch, claim, takenAt)).toArray(byte[][]::new))
        .update();
  }

  private static byte[] name(EpochKeys epoch, Claim claim, Instant now) {
    return BudgetKeys.of(epoch, claim.scope(), claim.value(), claim.start(now));
  }

  /** Forgets windows that are over. */
  public void forgetOld() {
    db.sql("delete from people.budget where ends_at < app.now() - interval '1 hour'").update();
  }
}
