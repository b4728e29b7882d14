package org.termin.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.termin.database.backup.Restore;
import org.termin.standalone.supervise.Settings;
import org.termin.standalone.supervise.StoreBackup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup back where no store is yet. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description =
        "Puts a backup back into a data folder without a store. Whoever stopped or was erased since"
            + " is stopped or erased again at the next start, before anything is sent. Organisers"
            + " are invited anew.")
final class RestoreCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Places places;

  @Parameters(paramLabel = "FILE", description = "What ./termin backup wrote.")
  Path file = Path.of("");

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Restore backup = Restore.of(file);
    long rows = new StoreBackup(Settings.of(places.folders(), 0)).restore(backup);
    out.printf(
        "%,d rows are back, as they were at %s. Start with ./termin up: stops and erasures since"
            + " then are in the key folder and are done again first.%n"
            + "No organiser comes back, as one may have been revoked since: ./termin organiser"
            + " found lets the first two in. Close again what was closed since.%n",
        rows, backup.began());
    return 0;
  }
}
