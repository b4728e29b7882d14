package org.termin.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.termin.database.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Puts a backup into a server that has no data of Termin yet. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Puts what backup wrote into a database that is still empty.")
final class RestoreFrom implements Callable<Integer> {
  @ParentCommand private Migrate migrate;

  @Parameters(paramLabel = "FILE", description = "What backup wrote.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    var restore = Restore.of(file);
    var settings = migrate.settings();
    var admin = new Admin(migrate.address(), settings.adminUser(), settings.adminPassword());
    try {
      refuseUsed(admin);
      long rows = Store.restore(restore, admin, settings.passwords());
      System.out.printf("%,d rows are as they were at %s%n", rows, restore.began());
      return 0;
    } catch (SQLException e) {
      throw Sentences.of(e, admin.url());
    } catch (IOException e) {
      throw new StoreException(file + " cannot be read to its end: use another copy.", e);
    }
  }

  private static void refuseUsed(Admin admin) throws SQLException {
    try (var connection = admin.connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select to_regclass('people.record') is not null")) {
      row.next();
      if (row.getBoolean(1)) {
        throw new StoreException(
            "There is data of Termin in this database already: name an empty one; nothing was"
                + " changed.");
      }
    }
  }
}
