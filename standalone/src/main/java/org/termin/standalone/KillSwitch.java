package org.termin.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.termin.standalone.supervise.Folders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Destroys every key, for the hour in which the machine is about to be taken away: what is sealed
 * can then be read by nobody, and nobody can be reached. It asks no running part for anything.
 */
@Command(
    name = "kill-switch",
    mixinStandardHelpOptions = true,
    description =
        "Destroys every key on this machine and its replica. Nobody can be reached any more, and"
            + " nobody can be found. It cannot be undone.")
final class KillSwitch implements Callable<Integer> {
  static final String SENTENCE = "nobody can be reached any more";

  private static final Pattern KEY = Pattern.compile("\\.?(epoch-\\d+|ledger)\\.key(\\..+)?");

  @Spec CommandSpec spec;
  @Mixin Places places;

  @Option(
      names = "--replica",
      paramLabel = "DIR",
      defaultValue = "${env:TERMIN_KEYS_REPLICA}",
      description = "The second place of the keys; TERMIN_KEYS_REPLICA unless given.")
  @Nullable Path replica;

  @Option(
      names = "--confirm",
      paramLabel = "SENTENCE",
      description = "Must be \"" + SENTENCE + "\".")
  @Nullable String confirm;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Folders folders = places.folders();
    if (!SENTENCE.equals(confirm)) {
      out.printf(
          "%d key files would be destroyed. Say --confirm \"%s\"; nothing was changed.%n",
          in(folders.keys()).size() + inReplica().size(), SENTENCE);
      return 2;
    }
    int destroyed = destroy(in(folders.keys()));
    // asked only now: another disk that does not answer must not keep those of this one
    destroyed += destroy(inReplica());
    out.printf(
        "%d key files are destroyed. What runs still holds keys in its memory: stop Termin and"
            + " switch the machine off now. Destroy other copies of the keys too.%n",
        destroyed);
    return 0;
  }

  private List<Path> inReplica() throws IOException {
    return replica == null || replica.toString().isBlank() ? List.of() : in(replica);
  }

  private static int destroy(List<Path> keys) throws IOException {
    for (Path key : keys) {
      destroy(key);
    }
    return keys.size();
  }

  private static List<Path> in(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> KEY.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }

  /** Written over before it goes; how long a disk keeps the bytes underneath nobody can say. */
  private static void destroy(Path key) throws IOException {
    if (Files.getFileAttributeView(key, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }
    try (FileChannel file = FileChannel.open(key, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.allocate(Math.toIntExact(file.size())), 0);
      file.force(true);
    }
    Files.delete(key);
  }
}
