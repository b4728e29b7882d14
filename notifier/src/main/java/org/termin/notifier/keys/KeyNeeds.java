package org.termin.notifier.keys;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.termin.contract.sealed.EpochKeys;
import org.termin.notifier.CannotStart;

/**
 * What the database cannot be read without.
 *
 * @param epochs every one that something of a person is sealed under
 * @param fingerprints of the keys that stand behind the numbers
 */
public record KeyNeeds(
    boolean anything, Set<Integer> epochs, Map<Integer, ByteBuffer> fingerprints) {
  public KeyNeeds {
    epochs = Set.copyOf(epochs);
    fingerprints = Map.copyOf(fingerprints);
  }

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
    Map<Integer, ByteBuffer> fingerprints = new HashMap<>();
    db.sql("select number, fingerprint from people.epoch")
        .query(
            row -> {
              fingerprints.put(row.getInt("number"), ByteBuffer.wrap(row.getBytes("fingerprint")));
            });
    return new KeyNeeds(rows || !epochs.isEmpty(), epochs, fingerprints);
  }

  /** A key file under a wrong name, or made by a notifier with a folder of its own. */
  void refuseStrangers(Map<Integer, EpochKeys> held) {
    held.forEach(
        (number, keys) -> {
          ByteBuffer known = fingerprints.get(number);
          if (known != null && !known.equals(ByteBuffer.wrap(keys.publicKey().fingerprint()))) {
            throw new CannotStart(
                "%s is not the key that this database was sealed with: put the right file back; nothing is lost by waiting."
                    .formatted(EpochKeys.fileName(number)));
          }
        });
  }
}
