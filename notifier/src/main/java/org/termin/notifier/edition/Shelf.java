package org.termin.notifier.edition;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The editions in the store: what others may read too, compressed. */
@Component
class Shelf {
  /** So many are kept beside those that somebody is still planned with. */
  private static final int KEPT = 10;

  private final JdbcClient db;

  Shelf(JdbcClient db) {
    this.db = db;
  }

  /** Puts an edition there, unless its number is taken; answers the hash that number stands for. */
  String put(int number, String hash, byte[] set) {
    db.sql(
            """
            insert into app.edition (number, hash, packs) values (:number, :hash, :packs)
            on conflict (number) do nothing
            """)
        .param("number", number)
        .param("hash", hash)
        .param("packs", compressed(set))
        .update();
    return db.sql("select hash from app.edition where number = :number")
        .param("number", number)
        .query(String.class)
        .single();
  }

  Optional<byte[]> read(int number) {
    return db.sql("select packs from app.edition where number = :number")
        .param("number", number)
        .query(byte[].class)
        .optional()
        .map(Shelf::plain);
  }

  /** The number before that one, of those that were ever in use here. */
  Optional<Integer> before(int number) {
    return db.sql("select max(number) from app.edition where number < :number")
        .param("number", number)
        .query(Integer.class)
        .optional();
  }

  /** Takes away what nobody is planned with any more. */
  void clear() {
    db.sql(
            """
            delete from app.edition
             where number < (select coalesce(min(planned_guidance), 0) from people.record
                              where planned_guidance > 0)
               and number not in (select number from app.edition order by number desc limit :kept)
            """)
        .param("kept", KEPT)
        .update();
  }

  private static byte[] compressed(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] plain(byte[] compressed) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("the edition is damaged", e);
    }
  }
}
