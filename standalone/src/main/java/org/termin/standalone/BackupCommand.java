package org.termin.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.termin.database.backup.Backup;
import org.termin.database.backup.Backup.Taken;
import org.termin.embedded.CannotStart;
import org.termin.standalone.keys.NotifierAddress;
import org.termin.standalone.supervise.Settings;
import org.termin.standalone.supervise.StoreBackup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes a backup and tells the notifier, which destroys no key before one has followed. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description =
        "Writes everything in the store to one file, while Termin runs or not. The keys are not in"
            + " it: keep them elsewhere.")
final class BackupCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Places places;
  @Mixin NotifierAddress notifier;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "An existing folder, best on another disk.")
  Path to = Path.of("");

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    String name = Backup.name(Clock.systemUTC().instant());
    Taken taken =
        new StoreBackup(Settings.of(places.folders(), 0)).take(to.toAbsolutePath().resolve(name));
    out.printf("%s: %,d rows as they were at %s%n", taken.file(), taken.rows(), taken.began());
    try {
      notifier.post("/keys/backup", Map.of("began", taken.began().toString()));
    } catch (CannotStart unheard) {
      out.println(
          "No notifier was told of it, so no old key will go for this backup: take one while Termin"
              + " runs, at least every two weeks.");
    }
    return 0;
  }
}
