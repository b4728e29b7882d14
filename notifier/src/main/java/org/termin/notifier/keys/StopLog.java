package org.termin.notifier.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.ContactSlot;

/**
 * Stops that survive a restored backup: one synced line before an erase, a stop, a contact change
 * or a stop that is taken back commits; the last line about a place wins. All of them are written
 * while the record is locked, so they stand in the order of what happened.
 */
public final class StopLog {
  static final String FILE_NAME = "stops.log";

  /** Stands for every slot of a registration: an erase. */
  public static final int WHOLE = ContactSlot.WHOLE_REGISTRATION;

  private static final int KEPT_DAYS = 90;
  private final SyncedLines lines;
  private volatile @Nullable Known known;

  /** The stops as they stood when the file had this form. */
  private record Known(SyncedLines.Form form, Listed listed) {}

  public StopLog(Path folder) {
    this(folder, null);
  }

  /** The same, copied to the replica of the keys. */
  StopLog(Path folder, @Nullable OtherDisk replica) {
    this.lines = new SyncedLines(folder, replica, FILE_NAME);
  }

  /** To be called inside the transaction, with the record locked, before it commits. */
  public void stopped(LocalDate day, UUID registration, int slot) {
    append(day, 'S', registration, slot);
  }

  /**
   * The same for a stop that is taken back: if it then does not commit, the person's last word
   * stands here all the same, and the message that said so is tried again.
   */
  public void lifted(LocalDate day, UUID registration, int slot) {
    append(day, 'L', registration, slot);
  }

  /** The places whose last line is a stop; lines older than 90 days are dropped on the way. */
  public Listed listed(LocalDate today) {
    return lines.holding(() -> read(today.minusDays(KEPT_DAYS)));
  }

  /**
   * Whether a place's last line is a stop. Asked before every message, as rows of before can be put
   * back under a running notifier; the file is read only when it changed.
   */
  public boolean holds(UUID registration, int slot) {
    try {
      SyncedLines.Form form = lines.form();
      Known last = known;
      if (last == null || !last.form().equals(form)) {
        last = new Known(form, lines.holding(() -> read(LocalDate.MIN)));
        known = last;
      }
      return last.listed().slot(registration, slot);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Listed read(LocalDate oldest) throws IOException {
    List<String> kept = new ArrayList<>();
    Map<String, Boolean> last = new HashMap<>();
    List<String> all = lines.read();
    for (String line : all) {
      String[] parts = line.split(",", -1);
      // a torn last line was never acknowledged to anybody
      if (parts.length != 3 || parts[2].length() != 64) {
        continue;
      }
      if (!LocalDate.parse(parts[0]).isBefore(oldest)) {
        kept.add(line);
        last.put(parts[2], parts[1].equals("S"));
      }
    }
    if (kept.size() < all.size()) {
      lines.replace(kept);
    }
    Set<String> stops = new HashSet<>();
    last.forEach(
        (place, stop) -> {
          if (stop) {
            stops.add(place);
          }
        });
    return new Listed(Set.copyOf(stops));
  }

  private void append(LocalDate day, char what, UUID registration, int slot) {
    String line = day + "," + what + "," + place(registration, slot);
    // without the line the word would not survive a restore: then the transaction must not commit
    lines.holding(
        () -> {
          lines.append(line);
          return line;
        });
  }

  private static String place(UUID registration, int slot) {
    byte[] bytes =
        ByteBuffer.allocate(17)
            .putLong(registration.getMostSignificantBits())
            .putLong(registration.getLeastSignificantBits())
            .put((byte) slot)
            .array();
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What the log lists as stopped; it can only be asked, as it holds nothing but hashes. */
  public record Listed(Set<String> places) {
    public boolean isEmpty() {
      return places.isEmpty();
    }

    public boolean whole(UUID registration) {
      return places.contains(place(registration, WHOLE));
    }

    public boolean slot(UUID registration, int slot) {
      return places.contains(place(registration, slot));
    }
  }
}
