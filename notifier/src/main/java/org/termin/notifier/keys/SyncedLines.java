package org.termin.notifier.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small text file in the key folder: a line is on the disk when its writing returns, and its copy
 * on the other disk follows.
 */
final class SyncedLines {
  private final Path folder;
  private final Path file;
  private final @Nullable OtherDisk disk;

  SyncedLines(Path folder, String name) {
    this(folder, null, name);
  }

  /** The same with a copy on another disk, for what must outlive this one. */
  SyncedLines(Path folder, @Nullable OtherDisk disk, String name) {
    this.folder = folder;
    this.file = folder.resolve(name);
    this.disk = disk;
  }

  /** Reads and writes while nobody else can; the copy follows and holds up nobody. */
  <T> T holding(FolderLock.Work<T> work) {
    try {
      Form before = form();
      T done = FolderLock.LINES.holding(folder, work);
      if (disk != null && !form().equals(before)) {
        Path copy = disk.folder().resolve(name());
        disk.follow(name(), () -> copyTo(copy));
      }
      return done;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String copyTo(Path copy) throws IOException {
    return FolderLock.COPIES.holding(
        folder,
        () -> {
          write(FolderLock.LINES.holding(folder, () -> Files.readAllBytes(file)), copy);
          return name();
        });
  }

  /**
   * Brings both together: the one that goes on where the other ends is the newer one, as after a
   * disk was put back to an older state; of a copy that went another way all is kept, before what
   * was said here since. On the other disk's thread.
   */
  void meet(Path copy) throws IOException {
    FolderLock.COPIES.holding(
        folder,
        () -> {
          String there = text(copy);
          String both = FolderLock.LINES.holding(folder, () -> joined(there));
          if (!both.equals(there)) {
            write(both.getBytes(US_ASCII), copy);
          }
          return both;
        });
  }

  private String joined(String there) throws IOException {
    String here = text(file);
    if (here.startsWith(there)) {
      return here;
    }
    String both = there.startsWith(here) ? there : Parted.joined(there, here);
    write(both.getBytes(US_ASCII), file);
    return both;
  }

  private static String text(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file, US_ASCII) : "";
  }

  /** Whether this copy says the same. */
  boolean isCopiedTo(Path copy) throws IOException {
    return !Files.exists(file) || Files.exists(copy) && Files.mismatch(file, copy) < 0;
  }

  String name() {
    return file.getFileName().toString();
  }

  /** By which a file is known to be unchanged: lines are only added, or all replaced. */
  record Form(long size, FileTime changed) {}

  /** What the file looks like from outside. */
  Form form() throws IOException {
    if (!Files.exists(file)) {
      return new Form(0, FileTime.fromMillis(0));
    }
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    return new Form(now.size(), now.lastModifiedTime());
  }

  /** The lines there are, under the lock of {@link FolderLock}; a torn last one included. */
  List<String> read() throws IOException {
    return Files.exists(file) ? Files.readAllLines(file, US_ASCII) : List.of();
  }

  /** Puts these lines in the place of all others; under the lock. */
  void replace(List<String> lines) throws IOException {
    String all = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    write(all.getBytes(US_ASCII), file);
  }

  private static void write(byte[] content, Path target) throws IOException {
    Path draft = target.resolveSibling(target.getFileName() + ".new");
    Files.write(draft, content);
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    KeyFiles.sync(target.toAbsolutePath().getParent());
  }

  /** Adds a line; under the lock. */
  void append(String line) throws IOException {
    boolean fresh = !Files.exists(file);
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
      long end = channel.size();
      // a torn line of a crash must not swallow this one
      if (end > 0) {
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, end - 1);
        if (last.get(0) != '\n') {
          channel.write(ByteBuffer.wrap(new byte[] {'\n'}), end++);
        }
      }
      channel.write(ByteBuffer.wrap((line + "\n").getBytes(US_ASCII)), end);
      channel.force(true);
    }
    if (fresh) {
      KeyFiles.sync(folder);
    }
  }
}
