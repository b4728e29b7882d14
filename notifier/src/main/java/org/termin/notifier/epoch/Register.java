package org.termin.notifier.epoch;

import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.notifier.keys.EpochRegister;

/** The numbers of the epochs with the fingerprints of their keys, in the database for everybody. */
@Component
class Register implements EpochRegister {
  private final JdbcClient db;

  Register(JdbcClient db) {
    this.db = db;
  }

  @Override
  public boolean claim(int epoch, byte[] fingerprint) {
    db.sql(
            """
            insert into people.epoch (number, fingerprint) values (:number, :fingerprint)
            on conflict do nothing
            """)
        .param("number", epoch)
        .param("fingerprint", fingerprint)
        .update();
    return db.sql("select fingerprint from people.epoch where number = :number")
        .param("number", epoch)
        .query((row, _) -> row.getBytes("fingerprint"))
        .optional()
        .filter(known -> Arrays.equals(known, fingerprint))
        .isPresent();
  }
}
