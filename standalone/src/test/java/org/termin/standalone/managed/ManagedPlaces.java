package org.termin.standalone.managed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.termin.database.Role;
import org.termin.embedded.EmbeddedStore;
import org.termin.standalone.supervise.Folders;
import org.termin.standalone.supervise.Launch;
import org.termin.standalone.supervise.Launching;

/**
 * Before the first service starts, PostgreSQL takes TLS, a client's certificate and a password from
 * everybody; each service is told so by its environment, and each can be told something wrong.
 */
final class ManagedPlaces implements Launching {
  private final Folders folders;
  private final Certificates certificates;
  private final SecureBroker broker;
  private final Map<String, String> wrong = new ConcurrentHashMap<>();
  private String database = "";

  ManagedPlaces(Folders folders, Certificates certificates, SecureBroker broker) {
    this.folders = folders;
    this.certificates = certificates;
    this.broker = broker;
  }

  @Override
  public synchronized Launch of(String service, Launch usual) {
    if (database.isEmpty()) {
      database =
          encrypt(EmbeddedStore.urlOfRunning(folders.data().resolve("postgres")).orElseThrow());
    }
    Map<String, String> told = new HashMap<>(usual.environment());
    told.put("TERMIN_DB_URL", url());
    told.putAll(kafka());
    told.putAll(wrong);
    return new Launch(usual.command(), told);
  }

  /** From now on services are told this too; nothing more of what was told before. */
  void tell(Map<String, String> others) {
    wrong.clear();
    wrong.putAll(others);
  }

  /** The address of the database as it has to be. */
  String url() {
    return url("verify-full", certificates);
  }

  String url(String mode, Certificates trusted) {
    return database
        + "?sslmode=%s&sslrootcert=%s&sslcert=%s&sslkey=%s"
            .formatted(
                mode,
                trusted.authority(),
                certificates.certificate("client"),
                certificates.key("client", "pk8"));
  }

  String plainUrl() {
    return database + "?sslmode=disable";
  }

  Map<String, String> kafka() {
    return Map.of(
        "TERMIN_KAFKA",
        broker.bootstrapServers(),
        "SPRING_KAFKA_SECURITY_PROTOCOL",
        "SASL_SSL",
        "SPRING_KAFKA_SSL_TRUSTSTORETYPE",
        "PEM",
        "SPRING_KAFKA_SSL_TRUSTSTORELOCATION",
        "file:" + certificates.authority(),
        "SPRING_KAFKA_PROPERTIES_SASL_MECHANISM",
        "SCRAM-SHA-512",
        "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG_FILE",
        login(SecureBroker.WORD).toString());
  }

  /** A file with the line by which clients log in with that word. */
  Path login(String word) {
    try {
      Path file = certificates.folder().resolve("login-%d".formatted(word.length()));
      Files.writeString(file, SecureBroker.login(word) + "\n");
      return file;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Path password(Role role) {
    return folders.keys().resolve("passwords/postgres-%s.password".formatted(role.login()));
  }

  Path adminPassword() {
    return folders.keys().resolve("passwords/postgres-superuser.password");
  }

  /** As the administrator, over TLS. */
  Connection admin() throws SQLException {
    return admin(url());
  }

  private Connection admin(String at) throws SQLException {
    try {
      Properties login = new Properties();
      login.setProperty("user", EmbeddedStore.ADMIN);
      login.setProperty("password", Files.readString(adminPassword()).strip());
      return DriverManager.getConnection(at, login);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String encrypt(String plain) {
    try {
      try (Connection admin = admin(plain);
          Statement change = admin.createStatement()) {
        Files.writeString(
            folders.data().resolve("postgres/pg_hba.conf"),
            "hostssl all all all scram-sha-256 clientcert=verify-ca\n");
        change.execute(
            "alter system set ssl_cert_file = '%s'".formatted(certificates.certificate("server")));
        change.execute(
            "alter system set ssl_key_file = '%s'".formatted(certificates.key("server", "key")));
        change.execute("alter system set ssl_ca_file = '%s'".formatted(certificates.authority()));
        change.execute("alter system set ssl = on");
        change.execute("select pg_reload_conf()");
      }
      return plain;
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
