package org.termin.standalone.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.postgresql.PGConnection;
import org.termin.standalone.rest.Rest;
import org.termin.standalone.supervise.StoreBackup;
import org.termin.standalone.supervise.Supervisor;
import org.termin.testkit.mail.SmtpSink;
import tools.jackson.databind.JsonNode;

/** Everything that a Termin leaves behind, or shows while it runs, brought to a hunter. */
final class Remains {
  private final ChattyTermin termin;
  private final Map<String, Path> kept = new LinkedHashMap<>();

  Remains(ChattyTermin termin) {
    this.termin = termin;
  }

  /** What only a running one shows. */
  void ofTheLiving(Hunter hunter) throws IOException, SQLException {
    metrics(hunter);
    hunter.place("open files elsewhere");
    processes(hunter);
    for (String service : termin.supervisor.services()) {
      // else it keeps its temporary files where nobody looks
      assertThat(termin.temp(service)).isNotEmptyDirectory();
      hunter.folder("temp folders, while in use", termin.temp(service));
    }
    tables(hunter);
    Path backup = termin.folder.resolve("one.backup");
    new StoreBackup(termin.supervisor.settings()).take(backup);
    hunter.file("backup file", "one.backup", backup, false);
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(backup))) {
      for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
        hunter.stream("backup file, unpacked", one.getName(), zip, true);
      }
    }
  }

  private void metrics(Hunter hunter) {
    for (String service : termin.supervisor.services()) {
      Rest rest = new Rest(termin.supervisor.management(service));
      List<String> pages =
          new ArrayList<>(
              List.of(
                  "/actuator",
                  "/actuator/health",
                  "/actuator/info",
                  "/actuator/prometheus",
                  "/actuator/standing",
                  "/actuator/books",
                  "/keys",
                  "/replies/held",
                  "/actuator/env",
                  "/actuator/loggers",
                  "/actuator/heapdump",
                  "/actuator/httpexchanges"));
      JsonNode names = rest.get("/actuator/metrics").json().path("names");
      names.forEach(name -> pages.add("/actuator/metrics/" + name.asString("")));
      for (String page : pages) {
        Rest.Answer answer = rest.get(page);
        if (answer.status() == 200) {
          hunter.text("metrics and management pages", service + page, answer.text());
        }
      }
    }
  }

  private void processes(Hunter hunter) throws IOException {
    for (String name :
        Stream.concat(
                termin.supervisor.services().stream(),
                Stream.of(Supervisor.POSTGRES, Supervisor.KAFKA))
            .toList()) {
      ProcessHandle first = ProcessHandle.of(termin.supervisor.pid(name)).orElseThrow();
      for (ProcessHandle one : Stream.concat(Stream.of(first), first.descendants()).toList()) {
        Path process = Path.of("/proc/" + one.pid());
        for (String file : List.of("cmdline", "environ")) {
          hunter.file(
              "command lines, environments", name + " " + file, process.resolve(file), true);
        }
        openFiles(hunter, name, process);
      }
    }
  }

  /** A file that a process holds open elsewhere, even one that no folder shows any more. */
  private void openFiles(Hunter hunter, String name, Path process) throws IOException {
    List<Path> links;
    try (Stream<Path> all = Files.list(process.resolve("fd"))) {
      links = all.toList();
    } catch (IOException ended) {
      return;
    }
    for (Path link : links) {
      String target = Files.exists(link) ? Files.readSymbolicLink(link).toString() : "";
      boolean ours = target.startsWith(termin.folder.toString()) && !target.endsWith("(deleted)");
      boolean program = target.matches(".*(\\.jar|\\.so|/modules|/bin/.*|/lib/.*)");
      if (Files.isRegularFile(link) && !ours && !program && !target.startsWith("/dev/")) {
        hunter.file("open files elsewhere", name + " " + target, link, false);
      }
    }
  }

  /** As pg_dump would write them, and the bytes of sealed columns as they are. */
  private void tables(Hunter hunter) throws SQLException, IOException {
    try (Connection admin = termin.admin()) {
      var copy = admin.unwrap(PGConnection.class).getCopyAPI();
      for (String table :
          column(
              admin,
              """
              select format('%I.%I', schemaname, tablename) from pg_tables
               where schemaname not in ('pg_catalog', 'information_schema')
              """)) {
        var out = new java.io.ByteArrayOutputStream();
        copy.copyOut("copy (select * from %s) to stdout".formatted(table), out);
        hunter.bytes("every table as text", table, out.toByteArray(), true);
      }
      for (String select :
          column(
              admin,
              """
              select format('select %I from %I.%I', a.attname, n.nspname, c.relname)
                from pg_attribute a join pg_class c on c.oid = a.attrelid
                join pg_namespace n on n.oid = c.relnamespace
               where a.atttypid = 'bytea'::regtype and c.relkind = 'r' and a.attnum > 0
                 and not a.attisdropped and n.nspname not in ('pg_catalog', 'information_schema')
              """)) {
        try (Statement statement = admin.createStatement();
            ResultSet rows = statement.executeQuery(select)) {
          while (rows.next()) {
            byte[] value = rows.getBytes(1);
            if (value != null) {
              hunter.bytes("every binary value of a table", select, value, false);
            }
          }
        }
      }
    }
  }

  private static List<String> column(Connection admin, String sql) throws SQLException {
    List<String> all = new ArrayList<>();
    try (Statement statement = admin.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        all.add(rows.getString(1));
      }
    }
    return all;
  }

  /** What lies on the disk once everything has stopped and written its last byte. */
  void ofTheStopped(Hunter hunter) {
    Path data = termin.folders.data();
    kept.put("PostgreSQL's log of changes", data.resolve("postgres/pg_wal"));
    kept.put("PostgreSQL's files", data.resolve("postgres"));
    kept.put("Kafka's folders", data.resolve("kafka"));
    kept.put("logs of the services", termin.folders.logs());
    kept.put("key folder", termin.folders.keys());
    kept.put("temp folders, in the end", termin.folder.resolve("tmp"));
    kept.put("logs of PostgreSQL and Kafka, rest of the data folder", data);
    kept.keySet().forEach(hunter::place);
    try (Stream<Path> files = Files.walk(termin.folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        kept.entrySet().stream()
            .filter(place -> file.startsWith(place.getValue()))
            .findFirst()
            .ifPresent(
                place ->
                    hunter.file(
                        place.getKey(),
                        data.getParent().relativize(file).toString(),
                        file,
                        file.toString().endsWith(".log")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The services' logs alone. */
  void logs(Hunter hunter) {
    hunter.folder("logs of the services", termin.folders.logs(), ".log");
  }

  /** What the notifier wrote. */
  String notifierLog() throws IOException {
    return Files.readString(termin.folders.logs().resolve("notifier.log"));
  }

  /** What PostgreSQL wrote. */
  String postgresLog() throws IOException {
    return Files.readString(termin.folders.data().resolve("postgres.log"));
  }

  /** What providers were told, as they must be: there the hunter has to find it. */
  void ofTheProviders(Hunter hunter) {
    termin.provider.posts().forEach(post -> hunter.text("SMS", "post", post.form().toString()));
    termin
        .mail
        .receivedFor(Ordeal.ANNAS_MAIL)
        .forEach(mail -> hunter.text("mail", "mail", SmtpSink.raw(mail)));
  }
}
