package org.termin.database.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Takes a backup: every table of ours as PostgreSQL copies it, all at one instant. What the clock
 * service keeps for itself is made anew, a key is never in the database, and organisers are left
 * out: a backup must not undo that one was revoked.
 */
public final class Backup {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'termin-'yyyyMMdd'T'HHmmss'Z.backup'").withZone(ZoneOffset.UTC);

  private Backup() {}

  /** What a backup taken then is called. */
  public static String name(Instant now) {
    return NAME.format(now);
  }

  /**
   * What was taken.
   *
   * @param began the database's instant that the backup shows
   */
  public record Taken(Path file, Instant began, long rows) {}

  /**
   * Writes the file, which must not be there yet; it has its name only once it is whole and on the
   * disk.
   *
   * @param owner a connection of the schema's owner; its transaction is this method's
   */
  public static Taken take(Connection owner, Path file) throws SQLException, IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    owner.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    owner.setReadOnly(true);
    owner.setAutoCommit(false);
    try {
      Manifest manifest = write(owner, part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return new Taken(file, manifest.began(), manifest.rows());
    } finally {
      Files.deleteIfExists(part);
      owner.rollback();
    }
  }

  private static Manifest write(Connection owner, Path part) throws SQLException, IOException {
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    CopyManager copy = owner.unwrap(PGConnection.class).getCopyAPI();
    Instant began = Tables.now(owner);
    Map<String, Manifest.Entry> entries = new LinkedHashMap<>();
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
        ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel))) {
      for (String table : Tables.kept(owner)) {
        zip.putNextEntry(new ZipEntry(table));
        MessageDigest digest = Tables.sha256();
        long rows =
            copy.copyOut(Tables.copyOut(owner, table), new DigestOutputStream(open(zip), digest));
        entries.put(table, new Manifest.Entry(rows, HexFormat.of().formatHex(digest.digest())));
        zip.closeEntry();
      }
      Manifest manifest = new Manifest(Tables.schema(owner), began, entries);
      zip.putNextEntry(new ZipEntry(Manifest.NAME));
      zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      zip.finish();
      channel.force(true);
      return manifest;
    }
  }

  /** The copy ends an entry and not the file. */
  private static OutputStream open(ZipOutputStream zip) {
    return new FilterOutputStream(zip) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }
}
