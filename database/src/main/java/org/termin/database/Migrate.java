package org.termin.database;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The program {@code termin-migrate}: makes logins, passwords and schema, then ends. The only one
 * that knows the administrator's password; run by hand, by compose once, or by the supervisor.
 */
@Command(
    name = "termin-migrate",
    mixinStandardHelpOptions = true,
    subcommands = {BackupTo.class, RestoreFrom.class},
    description = "Brings the database to the schema this version of Termin needs.")
public final class Migrate implements Callable<Integer> {
  @Option(
      names = "--url",
      description = "jdbc:postgresql://host:port/database, else the variable TERMIN_DB_URL")
  private String url = "";

  @Option(
      names = "--simulated-clock",
      description = "for trials only and for ever: the database's clock can be moved forward")
  private boolean simulatedClock;

  private final Map<String, String> environment;

  Migrate(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Ends with 0 when the database is ready, else with 1 and one sentence. */
  public static void main(String... arguments) {
    System.exit(run(System.getenv(), arguments));
  }

  static int run(Map<String, String> environment, String... arguments) {
    return new CommandLine(new Migrate(environment))
        .setExecutionExceptionHandler(
            (failed, command, parsed) -> {
              command.getErr().println(sentence(failed));
              return 1;
            })
        .execute(arguments);
  }

  private static String sentence(Exception failed) {
    return failed instanceof StoreException known
        ? known.sentence()
        : "The migration failed: " + failed.getClass().getSimpleName() + ".";
  }

  MigrationSettings settings() {
    return new MigrationSettings(environment);
  }

  /** Where the database is. */
  String address() {
    return url.isBlank() ? settings().url() : url;
  }

  @Override
  public Integer call() {
    var settings = settings();
    var address = address();
    var passwords = settings.passwords();
    Store.migrate(address, settings.adminUser(), settings.adminPassword(), passwords);
    if (simulatedClock) {
      Store.simulateClock(address, passwords);
    }
    System.out.println("The database is ready (schema version " + SchemaVersion.NEEDED + ").");
    return 0;
  }
}
