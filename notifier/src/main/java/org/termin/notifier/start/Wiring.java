package org.termin.notifier.start;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.termin.contract.words.RussianRoutes;
import org.termin.guidance.edition.Edition;
import org.termin.guidance.pack.Packs;
import org.termin.notifier.CannotStart;
import org.termin.notifier.keys.KeyNeeds;
import org.termin.notifier.keys.KeySettings;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.keys.Unreadable;
import org.termin.notifier.winddown.Remains;

/** What every room shares and what has to be opened in this order: the store, then the keys. */
@Configuration
class Wiring {
  @Bean
  KeySettings keySettings(
      @Value("${termin.keys.dir}") String folder,
      @Value("${termin.keys.replica}") String replica,
      @Value("${termin.keys.public-dir}") String publicFolder,
      @Value("${termin.keys.data-dir}") String data) {
    return new KeySettings(
        Path.of(folder), optional(replica), Path.of(publicFolder), optional(data));
  }

  @Bean
  Keyring keyring(
      StoreCheck passed,
      JdbcClient db,
      KeySettings keys,
      @Value("${termin.keys.forget-destroyed:false}") boolean forget) {
    if (forget) {
      Unreadable.delete(db, keys.folder());
    }
    if (Remains.hasEnded(db, keys)) {
      throw new CannotStart(
          "This service was wound down: every key is destroyed, nothing about anybody is left, and"
              + " it does not start again. Begin another one with another data and key folder.");
    }
    return Keyring.open(keys, KeyNeeds.of(db));
  }

  @Bean
  Packs packs() {
    return Packs.load();
  }

  @Bean
  Edition edition(Packs packs) {
    return Edition.of(packs);
  }

  @Bean
  RussianRoutes russianRoutes(@Value("${termin.routes.russian}") RussianRoutes decided) {
    return decided;
  }

  private static @Nullable Path optional(String path) {
    return path.isBlank() ? null : Path.of(path);
  }
}
