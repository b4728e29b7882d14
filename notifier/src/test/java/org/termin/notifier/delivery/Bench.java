package org.termin.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.termin.contract.sealed.AttemptSeal.Contents;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.Ref;
import org.termin.contract.sealed.SealedRef;
import org.termin.contract.sealed.Tokens;
import org.termin.contract.words.AttemptKind;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Contact;
import org.termin.notifier.House;
import org.termin.notifier.channel.Text;
import org.termin.notifier.keys.Keyring;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

/**
 * Where thousands of attempts are made without sending anything: one resident with a phone and a
 * mail, and for each experiment a row that is being sent to the phone.
 */
public final class Bench implements AutoCloseable {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private final House house;
  private final UUID resident;
  private int made;

  /** One attempt under way and the one row it tells. */
  public record Experiment(UUID attempt, UUID reminder) {}

  public Bench() {
    house = House.on(TestStore.fresh(), Map.of());
    house.store().freezeClock(NOW);
    ReceiptCode code = ReceiptCode.random();
    Contact phone = Samples.polishPhone(1);
    resident =
        house.register(
            code,
            Samples.register(
                code, Samples.passport("PL", LocalDate.of(2028, 3, 1)), phone, Samples.mail(1)));
  }

  public House house() {
    return house;
  }

  /** A row in SENDING and its dispatched attempt. */
  public Experiment experiment() {
    LedgerKeys keys = house.get(Keyring.class).ledger();
    Experiment one = new Experiment(UUID.randomUUID(), UUID.randomUUID());
    Ref ref = new Ref(resident, 200, ++made, 2);
    house
        .db()
        .sql(
            """
            insert into ledger.reminder
              (id, ref, sealed_ref, lane, due_at, not_after, state, wake_at, turn)
            values (?, ?, ?, 0, app.now(), app.now() + interval '30 days', 'SENDING', 'infinity', 1)
            """)
        .param(one.reminder())
        .param(ref.key(keys))
        .param(SealedRef.seal(keys, one.reminder(), ref))
        .update();
    house
        .get(Attempts.class)
        .dispatch(
            one.attempt(),
            AttemptKind.REMINDER,
            new Contents(resident, 0, List.of(one.reminder())),
            Channel.SMS,
            Text.sms("start today"),
            0,
            Duration.ofSeconds(90));
    return one;
  }

  /** The mark that a provider's report about this attempt carries. */
  public String mark(Experiment one) {
    return Tokens.of(house.get(Keyring.class).ledger(), Tokens.Use.CALLBACK, one.attempt());
  }

  /** Where the attempt and its row stand, with a stroke between them. */
  public String standing(Experiment one) {
    return house
        .db()
        .sql(
            """
            select a.state || '/' || r.state from ledger.attempt a, ledger.reminder r
             where a.id = ? and r.id = ?
            """)
        .param(one.attempt())
        .param(one.reminder())
        .query(String.class)
        .single();
  }

  @Override
  public void close() {
    house.close();
  }
}
