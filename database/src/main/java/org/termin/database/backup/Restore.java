package org.termin.database.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.termin.database.StoreException;

/** Puts a backup back into a store of the same schema that nobody uses; all of it or nothing. */
public final class Restore {
  private final Path file;
  private final Manifest manifest;

  private Restore(Path file, Manifest manifest) {
    this.file = file;
    this.manifest = manifest;
  }

  /** Reads what the file says of itself; throws one sentence if it is no backup. */
  public static Restore of(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(Manifest.NAME);
      if (entry == null) {
        throw new StoreException("%s is not a whole backup of Termin.".formatted(file));
      }
      try (InputStream in = zip.getInputStream(entry)) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        Restore restore = new Restore(file, Manifest.of(text));
        restore.verify(zip);
        return restore;
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new StoreException("%s is not a backup of Termin, or is damaged.".formatted(file), e);
    }
  }

  /** Reads everything once: a damaged file is found before anything is made for it. */
  private void verify(ZipFile zip) throws IOException {
    for (Map.Entry<String, Manifest.Entry> table : manifest.tables().entrySet()) {
      ZipEntry entry = zip.getEntry(table.getKey());
      if (entry == null) {
        throw damaged(table.getKey());
      }
      MessageDigest digest = Tables.sha256();
      try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      } catch (ZipException e) {
        throw damaged(table.getKey());
      }
      if (!HexFormat.of().formatHex(digest.digest()).equals(table.getValue().sha256())) {
        throw damaged(table.getKey());
      }
    }
  }

  /** The version of the schema that the store must have. */
  public int schema() {
    return manifest.schema();
  }

  /** The instant that it shows. */
  public Instant began() {
    return manifest.began();
  }

  /**
   * Loads everything in one transaction; says how many rows.
   *
   * @param admin a connection of the administrator, as only that one may put rows back in any order
   * @throws StoreException with one sentence if an entry is damaged; then nothing has changed
   */
  public long into(Connection admin) throws SQLException, IOException {
    admin.setAutoCommit(false);
    try (ZipFile zip = new ZipFile(file.toFile());
        Statement statement = admin.createStatement()) {
      if (!Tables.all(admin).containsAll(manifest.tables().keySet())) {
        throw new StoreException(
            "%s holds tables that this store does not have: nothing was changed.".formatted(file));
      }
      Set<String> emptied = new TreeSet<>(manifest.tables().keySet());
      emptied.addAll(Tables.NEVER_BACK);
      // what points to a row may come before it
      statement.execute("set local session_replication_role = replica");
      statement.execute("truncate " + String.join(", ", emptied));
      CopyManager copy = admin.unwrap(PGConnection.class).getCopyAPI();
      long rows = 0;
      for (Map.Entry<String, Manifest.Entry> table : manifest.tables().entrySet()) {
        // files from before organisers were left out hold them
        if (!Tables.NEVER_BACK.contains(table.getKey())) {
          rows += load(admin, copy, zip, table.getKey(), table.getValue());
        }
      }
      admin.commit();
      return rows;
    } finally {
      admin.rollback();
    }
  }

  private long load(
      Connection admin, CopyManager copy, ZipFile zip, String table, Manifest.Entry expected)
      throws SQLException, IOException {
    String into = "copy %s (%s) from stdin".formatted(table, Tables.columns(admin, table));
    try (InputStream in = zip.getInputStream(zip.getEntry(table))) {
      long rows = copy.copyIn(into, in);
      if (rows != expected.rows()) {
        throw damaged(table);
      }
      return rows;
    }
  }

  private StoreException damaged(String table) {
    return new StoreException(
        "%s is damaged at %s: nothing was changed; take another copy of it."
            .formatted(file, table));
  }
}
