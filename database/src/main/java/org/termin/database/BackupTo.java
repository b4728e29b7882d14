package org.termin.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.termin.database.backup.Backup;
import org.termin.database.backup.Backup.Taken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * Writes the database to one file, for whoever runs PostgreSQL themselves. Keys are no part of it.
 */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description =
        "Writes everything but the keys to one new file in DIR; may run beside the services.")
final class BackupTo implements Callable<Integer> {
  @ParentCommand private Migrate migrate;

  @Parameters(paramLabel = "DIR", description = "An existing folder, best on another disk.")
  private Path folder = Path.of("");

  @Override
  public Integer call() {
    if (!Files.isDirectory(folder)) {
      throw new StoreException("There is no folder " + folder + ": nothing was written.");
    }
    var name = Backup.name(Clock.systemUTC().instant());
    var password = String.valueOf(migrate.settings().passwords().get(Role.MIGRATOR));
    try (var owner =
        DriverManager.getConnection(migrate.address(), Role.MIGRATOR.login(), password)) {
      Taken taken = Backup.take(owner, folder.resolve(name));
      System.out.printf("%s: %,d rows%n", taken.file(), taken.rows());
      System.out.printf("Now tell the notifier: ./termin keys backed-up %s%n", taken.began());
    } catch (SQLException e) {
      throw Sentences.of(e, migrate.address());
    } catch (IOException e) {
      throw new StoreException(
          "The backup cannot be written to " + folder + ": look at its space and its rights.", e);
    }
    return 0;
  }
}
