package org.termin.tracker.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.IntakePublicKey;
import org.termin.tracker.DoorSettings;

/**
 * The public halves of the intake keys, read from a folder only the operator's machine can write.
 * The newest is used; a new file is noticed without a restart.
 */
@Component
public class PublicKeys {
  private static final Logger LOG = LoggerFactory.getLogger(PublicKeys.class);

  private final @Nullable Path folder;
  private volatile @Nullable Seen seen;

  private record Seen(Path file, FileTime written, IntakePublicKey key) {}

  PublicKeys(DoorSettings settings) {
    this.folder =
        settings.keys().publicDir().isBlank() ? null : Path.of(settings.keys().publicDir());
  }

  /** The key new messages are sealed to, if the notifier has made one yet. */
  public Optional<IntakePublicKey> newest() {
    if (folder == null || !Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> epoch(file).isPresent())
          .max(Comparator.comparingInt(file -> epoch(file).orElse(0)))
          .flatMap(this::read);
    } catch (IOException unreadable) {
      LOG.warn(
          "the folder of public keys cannot be read: {}", unreadable.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /** Since when the newest key has lain here. */
  public Optional<Instant> newestSince() {
    Seen known = newest().isPresent() ? seen : null;
    return Optional.ofNullable(known).map(one -> one.written().toInstant());
  }

  private Optional<IntakePublicKey> read(Path file) {
    try {
      FileTime written = Files.getLastModifiedTime(file);
      Seen known = seen;
      if (known != null && known.file().equals(file) && known.written().equals(written)) {
        return Optional.of(known.key());
      }
      var key = IntakePublicKey.of(epoch(file).orElse(0), Files.readAllBytes(file));
      seen = new Seen(file, written, key);
      return Optional.of(key);
    } catch (IOException | IllegalArgumentException unreadable) {
      LOG.warn("{} is not a public key of 32 bytes", file.getFileName());
      return Optional.empty();
    }
  }

  private static OptionalInt epoch(Path file) {
    return IntakePublicKey.epochOf(file.getFileName().toString());
  }
}
