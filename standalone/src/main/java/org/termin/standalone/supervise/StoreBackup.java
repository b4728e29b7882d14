package org.termin.standalone.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.termin.database.Role;
import org.termin.database.Store;
import org.termin.database.backup.Backup;
import org.termin.database.backup.Backup.Taken;
import org.termin.database.backup.Restore;
import org.termin.embedded.CannotStart;
import org.termin.embedded.EmbeddedStore;

/** Takes a backup of a data folder's store and puts one back. Keys are no part of it. */
public final class StoreBackup {
  private final Settings settings;
  private final Passwords passwords;

  /** Settings say where the data and the keys lie. */
  public StoreBackup(Settings settings) {
    this.settings = settings;
    this.passwords = new Passwords(settings.folders().passwords());
  }

  /** Beside a Termin that runs there, or with PostgreSQL alone. */
  public Taken take(Path file) {
    Folders folders = settings.folders();
    if (Files.notExists(folders.postgres())) {
      throw new CannotStart(
          "There is nobody in %s yet: choose the data folder with --data."
              .formatted(folders.data()));
    }
    if (Files.exists(file)) {
      throw new CannotStart("%s is there already: nothing was changed.".formatted(file));
    }
    Optional<String> running = EmbeddedStore.urlOfRunning(folders.postgres());
    if (running.isPresent()) {
      return take(running.get(), file);
    }
    try (EmbeddedStore store = EmbeddedStore.start(folders.postgres(), folders.passwords())) {
      return take(store.url(), file);
    }
  }

  private Taken take(String url, Path file) {
    try (Connection owner =
        DriverManager.getConnection(url, Role.MIGRATOR.login(), passwords.of(Role.MIGRATOR))) {
      return Backup.take(owner, file);
    } catch (SQLException | IOException e) {
      throw new CannotStart(
          "The backup could not be taken (%s): look at the space and the rights of %s."
              .formatted(e.getClass().getSimpleName(), file.toAbsolutePath().getParent()),
          e);
    }
  }

  /** Into a data folder that has no store yet; says how many rows. */
  public long restore(Restore backup) {
    Folders folders = settings.folders();
    if (Files.exists(folders.postgres())) {
      throw new CannotStart(
          "There is data in %s already: move it away, or choose another folder with --data; nothing was changed."
              .formatted(folders.data()));
    }
    if (Files.notExists(folders.keys())) {
      throw new CannotStart(
          "There is no key folder %s: put your copy of the keys there first, as nobody in the backup can be read without them."
              .formatted(folders.keys()));
    }
    try (EmbeddedStore store = EmbeddedStore.start(folders.postgres(), folders.passwords())) {
      return Store.restore(backup, store.url(), store.password(), passwords.all());
    } catch (SQLException | IOException e) {
      throw new CannotStart(
          "The backup could not be put back (%s): remove %s and try again."
              .formatted(e.getClass().getSimpleName(), folders.data()),
          e);
    }
  }
}
