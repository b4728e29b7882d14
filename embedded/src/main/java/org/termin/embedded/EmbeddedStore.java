package org.termin.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** A real, durable PostgreSQL 18 on the loopback address, kept in one folder. */
public final class EmbeddedStore implements AutoCloseable {
  /** The database that holds everything of Termin. */
  public static final String DATABASE = "termin";

  /** The superuser's name. */
  public static final String ADMIN = "postgres";

  private final Path data;
  private final Path passwordFile;
  private final FolderLock lock;
  private final EmbeddedPostgres server;

  private EmbeddedStore(Path data, Path passwordFile, FolderLock lock, EmbeddedPostgres server) {
    this.data = data;
    this.passwordFile = passwordFile;
    this.lock = lock;
    this.server = server;
  }

  /** Starts on a free port. */
  public static EmbeddedStore start(Path data, Path secrets) {
    return start(data, secrets, 0);
  }

  /**
   * Starts the server of the data folder, made on the first start; the password lies in secrets.
   */
  public static EmbeddedStore start(Path data, Path secrets, int wantedPort) {
    FolderLock lock = FolderLock.take(data);
    try {
      Path passwordFile = secrets.resolve("postgres-superuser.password");
      StoreFolder folder = new StoreFolder(data);
      folder.demandSound(passwordFile);
      folder.stopOrphan();
      int port = Ports.claim("PostgreSQL", wantedPort);
      String password = PasswordFile.readOrMake(passwordFile);
      EmbeddedPostgres server = launch(folder, port, password);
      EmbeddedStore store = new EmbeddedStore(data, passwordFile, lock, server);
      store.finishFirstStart(folder, password);
      return store;
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedPostgres launch(StoreFolder folder, int port, String password) {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(folder.path())
          .setCleanDataDirectory(false)
          .setPort(port)
          .setRegisterShutdownHook(false)
          .setConnectConfig("password", password)
          // the library's defaults are for throw-away tests; these keep what was acknowledged
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("full_page_writes", "on")
          .setServerConfig("listen_addresses", "localhost")
          .setServerConfig("unix_socket_directories", "")
          .setServerConfig("max_connections", "200")
          .setOutputRedirector(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
          .setPGStartupWait(Duration.ofSeconds(120))
          .start();
    } catch (IOException | RuntimeException e) {
      throw new CannotStart(
          "PostgreSQL does not start from the folder %s, which may be damaged: read %s and restore a backup if need be; nothing was changed."
              .formatted(folder.path(), folder.log()),
          e);
    }
  }

  private void finishFirstStart(StoreFolder folder, String password) {
    try {
      new FirstStart(server, folder).finish(password);
    } catch (SQLException | IOException e) {
      stopServer();
      throw new CannotStart(
          "PostgreSQL started from %s but could not be secured: read %s."
              .formatted(data, folder.log()),
          e);
    }
  }

  /** JDBC address of Termin's database where another process runs the server of this folder. */
  public static Optional<String> urlOfRunning(Path data) {
    return new StoreFolder(data).port().stream().mapToObj(port -> url(port, DATABASE)).findFirst();
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://localhost:%d/%s".formatted(port, database);
  }

  /** JDBC address of Termin's database, without a user or password in it. */
  public String url() {
    return url(DATABASE);
  }

  /** JDBC address of another database of this server. */
  public String url(String database) {
    return url(port(), database);
  }

  /** The superuser's password. */
  public String password() {
    return PasswordFile.read(passwordFile);
  }

  /** Where the superuser's password lies. */
  public Path passwordFile() {
    return passwordFile;
  }

  /** The server's port on the loopback address. */
  public int port() {
    return server.getPort();
  }

  /** Process id of the server. */
  public long pid() {
    return new StoreFolder(data)
        .pid()
        .orElseThrow(() -> new IllegalStateException("PostgreSQL is not running"));
  }

  /** Whether the server's process lives. */
  public boolean alive() {
    return new StoreFolder(data).alive();
  }

  /** Kills the server without notice, as a power cut would; the folder can be started again. */
  public void kill() {
    new StoreFolder(data).kill();
    lock.close();
    // lets the library give its own lock back; there is no server left to stop
    stopServer();
  }

  @Override
  public void close() {
    stopServer();
    lock.close();
  }

  private void stopServer() {
    try {
      server.close();
    } catch (IOException e) {
      new StoreFolder(data).kill();
    }
  }

  /** Whether the folder holds a store already. */
  public static boolean exists(Path data) {
    return Files.exists(data.resolve("PG_VERSION"));
  }
}
