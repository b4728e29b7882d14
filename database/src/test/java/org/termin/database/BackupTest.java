package org.termin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.termin.database.backup.Backup;
import org.termin.database.backup.Restore;

/** A backup holds everything in the store and comes back whole, or not at all. */
class BackupTest {
  @TempDir Path folder;
  private String url;
  private Path file;

  @BeforeEach
  void fill() {
    url = TestServer.migrated();
    file = folder.resolve("one.backup");
    var admin = TestServer.client(url, "postgres");
    for (String row :
        List.of(
            """
            insert into people.record (id, version, state, key_epoch, lookup, record, view)
            select gen_random_uuid(), 1, 2, 1, sha256(n::text::bytea), '\\x00ff0a0d09', '\\x5c'
              from generate_series(1, 500) n
            """,
            """
            insert into people.contact_index (index, key_epoch, registration, slot)
            select substring(sha256(id::text::bytea) for 16), 1, id, 0 from people.record
            """,
            "insert into people.epoch (number, fingerprint) values (1, sha256('1'))",
            "update ledger.tally set figure = 500 where what = 'ACTIVATED'",
            "insert into app.edition (number, hash, packs) values (4, 'h', '\\x0a5c0d09')")) {
      admin.sql(row).update();
    }
  }

  @Test
  void everythingComesBackAsItWas() throws Exception {
    Map<String, String> before = fingerprints(url);
    Backup.Taken taken = take();
    assertThat(taken.rows()).isGreaterThan(1_000);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    TestServer.client(url, "postgres").sql("delete from people.record").update();

    String other = TestServer.newUrl();
    Restore backup = Restore.of(file);
    Store.migrateTo(backup.schema(), other, TestServer.ADMIN_PASSWORD, TestServer.PASSWORDS);
    assertThat(into(other, backup)).isEqualTo(taken.rows());

    assertThat(fingerprints(other)).isEqualTo(before);
    assertThat(backup.began()).isEqualTo(taken.began());
  }

  /** Whoever was revoked since would be in again, and nothing in the store could know of it. */
  @Test
  void nobodyComesBackAsAnOrganiser() throws Exception {
    var admin = TestServer.client(url, "postgres");
    for (String row :
        List.of(
            "insert into organiser.community (id, join_code) values (gen_random_uuid(), 'MINSK')",
            """
            insert into organiser.organiser (handle, community, role)
            select gen_random_uuid(), id, 'OPERATOR' from organiser.community
            """,
            """
            insert into organiser.passkey (credential, handle, public_key, attestation, transports,
                                           backup_eligible, backed_up)
            select '\\x01', handle, '\\x02', '\\x03', '', false, false from organiser.organiser
            """,
            """
            insert into organiser.invitation (id, hash, community, role, expires_at, invited_by)
            select gen_random_uuid(), sha256('1'), community, 'MEMBER', now() + interval '1 day', handle
              from organiser.organiser
            """,
            """
            insert into organiser.audit (handle, community, action)
            select handle, community, 'ENROLLED' from organiser.organiser
            """)) {
      admin.sql(row).update();
    }
    take();
    assertThat(read("manifest.txt")).doesNotContain("organiser.passkey");
    putIn("organiser.organiser", admin.sql("select handle, community from organiser.organiser"));
    String other = TestServer.newUrl();
    Store.migrate(other, TestServer.ADMIN_PASSWORD, TestServer.PASSWORDS);
    into(other, Restore.of(file));
    assertThat(List.of("organiser.organiser", "organiser.passkey", "organiser.invitation"))
        .allSatisfy(table -> assertThat(count(other, table)).as(table).isZero());
    assertThat(List.of("organiser.community", "organiser.audit"))
        .allSatisfy(table -> assertThat(count(other, table)).as(table).isOne());
    assertThat(
            TestServer.client(other, Role.NOTIFIER)
                .sql(
                    "select organiser.found(id, sha256('2'), sha256('3')) from organiser.community")
                .query(Boolean.class)
                .single())
        .as("two people are let in again, together")
        .isTrue();
  }

  @Test
  void itShowsOneInstantWhateverIsWrittenMeanwhile() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    // a person and their contact come in one transaction, while the tables are copied one by one
    Thread writer = Thread.startVirtualThread(() -> comeUntil(done));
    while (count(url, "people.record") < 520) {
      Thread.onSpinWait();
    }
    take();
    done.set(true);
    writer.join();
    String other = TestServer.newUrl();
    Store.migrate(other, TestServer.ADMIN_PASSWORD, TestServer.PASSWORDS);
    into(other, Restore.of(file));
    assertThat(count(other, "people.record"))
        .isBetween(520L, count(url, "people.record"))
        .isEqualTo(count(other, "people.contact_index"));
  }

  @Test
  void aDamagedFileIsRefusedBeforeAnythingIsMadeForIt() throws Exception {
    take();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> Restore.of(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("damaged");
    Files.write(file, new byte[] {1, 2, 3});
    assertThatThrownBy(() -> Restore.of(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("not a backup of Termin");
  }

  @Test
  void aBackupOfANewerReleaseIsRefusedInOneSentence() {
    assertThatThrownBy(
            () ->
                Store.migrateTo(
                    SchemaVersion.NEEDED + 1,
                    TestServer.newUrl(),
                    TestServer.ADMIN_PASSWORD,
                    TestServer.PASSWORDS))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer release");
  }

  @Test
  void nothingIsLeftOfAFileThatCouldNotBeWritten() throws IOException {
    Path missing = folder.resolve("nowhere/one.backup");
    assertThatThrownBy(() -> take(missing)).isInstanceOf(IOException.class);
    assertThat(folder).isEmptyDirectory();
  }

  private String read(String entry) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      return Files.readString(zip.getPath(entry));
    }
  }

  /** As files were written once. */
  private void putIn(String table, JdbcClient.StatementSpec ids) throws Exception {
    String row =
        ids.query((one, _) -> one.getString(1) + "\t" + one.getString(2)).single()
            + "\tOPERATOR\tt\t2026-11-01\n";
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(row.getBytes(StandardCharsets.UTF_8));
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Files.writeString(zip.getPath(table), row);
      Path manifest = zip.getPath("manifest.txt");
      String line = "table %s 1 %s\n".formatted(table, HexFormat.of().formatHex(hash));
      Files.writeString(manifest, Files.readString(manifest) + line);
    }
  }

  private void comeUntil(AtomicBoolean done) {
    var admin = TestServer.client(url, "postgres");
    while (!done.get()) {
      admin
          .sql(
              """
              with person as (
                insert into people.record (id, version, state, key_epoch, lookup, record, view)
                select id, 1, 2, 1, sha256(id::text::bytea), '', '' from (select gen_random_uuid() as id) new
                returning id)
              insert into people.contact_index (index, key_epoch, registration, slot)
              select substring(sha256(id::text::bytea) for 16), 1, id, 0 from person
              """)
          .update();
    }
  }

  private Backup.Taken take() throws Exception {
    return take(file);
  }

  private Backup.Taken take(Path to) throws Exception {
    try (Connection owner = TestServer.as(url, Role.MIGRATOR).getConnection()) {
      return Backup.take(owner, to);
    }
  }

  private static long into(String url, Restore backup) throws Exception {
    try (Connection admin = TestServer.asAdmin(url).getConnection()) {
      return backup.into(admin);
    }
  }

  private static long count(String url, String table) {
    return TestServer.client(url, "postgres")
        .sql("select count(*) from " + table)
        .query(Long.class)
        .single();
  }

  /** Of every table but those that the migration and the clock service keep for themselves. */
  private static Map<String, String> fingerprints(String url) {
    var admin = TestServer.client(url, "postgres");
    Map<String, String> prints = new TreeMap<>();
    for (String table :
        admin
            .sql(
                """
                select schemaname || '.' || tablename from pg_tables
                 where schemaname not in ('pg_catalog', 'information_schema', 'quartz')
                   and tablename not like 'flyway%'
                """)
            .query(String.class)
            .list()) {
      prints.put(
          table,
          admin
              .sql(
                  "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from %s t"
                      .formatted(table))
              .query(String.class)
              .single());
    }
    return prints;
  }
}
