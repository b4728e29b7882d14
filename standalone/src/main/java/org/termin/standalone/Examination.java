package org.termin.standalone;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.termin.contract.words.OnionHost;
import org.termin.embedded.CannotStart;
import org.termin.embedded.FolderLock;
import org.termin.embedded.Ports;
import org.termin.standalone.supervise.Folders;

/** Everything the doctor looks at, in the order in which it would stop a start. */
record Examination(Folders folders, int port, Map<String, String> environment) {
  private static final long GIB = 1L << 30;
  private static final Pattern UNSAFE =
      Pattern.compile(
          "(?m)^\\s*(fsync|synchronous_commit|full_page_writes)\\s*=?\\s*'?(off|false|0)'?");

  List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    all.add(Finding.good("Java " + Runtime.version().feature()));
    all.add(memory());
    all.add(disk());
    all.add(portOf("the pages", port));
    all.add(portOf("the door's management", port + 1000));
    all.add(portOf("the notifier", port + 1001));
    all.add(portOf("the scheduler", port + 1002));
    all.add(dataFolder());
    all.addAll(store());
    all.addAll(keys());
    Channels channels = Channels.of(environment);
    channels.sentences().forEach(each -> all.add(new Finding(level(each), each)));
    all.add(addresses());
    all.add(controller());
    return all;
  }

  private static Finding.Level level(String sentence) {
    return sentence.contains("closed") ? Finding.Level.NOTE : Finding.Level.GOOD;
  }

  private static Finding memory() {
    long bytes =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean machine
            ? machine.getTotalMemorySize()
            : 2 * GIB;
    return bytes < 2 * GIB - (GIB / 4)
        ? Finding.bad("Less than 2 GB of memory: Termin needs about 1.2 GB for itself.")
        : Finding.good("%.0f GB of memory".formatted((double) bytes / GIB));
  }

  private Finding disk() {
    Path existing = folders.data();
    while (Files.notExists(existing)) {
      existing = Objects.requireNonNull(existing.getParent(), "the root of the disk exists");
    }
    try {
      long free = Files.getFileStore(existing).getUsableSpace();
      return free < 2 * GIB
          ? Finding.bad("Less than 2 GB free for %s.".formatted(folders.data()))
          : Finding.good("%.0f GB free for the data".formatted((double) free / GIB));
    } catch (IOException e) {
      return Finding.bad("The place of %s cannot be read.".formatted(folders.data()));
    }
  }

  private static Finding portOf(String whose, int port) {
    return Ports.isFree(port)
        ? Finding.good("port %d is free for %s".formatted(port, whose))
        : Finding.bad(
            "Port %d, which %s needs, is taken by another program.".formatted(port, whose));
  }

  private Finding dataFolder() {
    if (Files.notExists(folders.data())) {
      return Finding.good("the data folder %s will be made".formatted(folders.data()));
    }
    try (FolderLock _ = FolderLock.take(folders.data(), folders.data().resolve("termin.lock"))) {
      return Finding.good("the data folder %s is free".formatted(folders.data()));
    } catch (CannotStart e) {
      return Finding.bad(String.valueOf(e.getMessage()));
    }
  }

  private List<Finding> store() {
    Path postgres = folders.data().resolve("postgres");
    if (Files.notExists(postgres.resolve("PG_VERSION"))) {
      return List.of();
    }
    List<Finding> all = new ArrayList<>();
    String settings =
        text(postgres.resolve("postgresql.conf"))
            + "\n"
            + text(postgres.resolve("postgresql.auto.conf"));
    all.add(
        UNSAFE.matcher(settings).find()
            ? Finding.bad(
                "PostgreSQL's settings in %s give up durability (fsync, synchronous_commit or full_page_writes is off)."
                    .formatted(postgres))
            : Finding.good("PostgreSQL keeps what it acknowledged"));
    all.add(
        text(postgres.resolve("pg_hba.conf"))
                .lines()
                .anyMatch(line -> !line.startsWith("#") && line.contains("trust"))
            ? Finding.bad(
                "PostgreSQL in %s lets people in without a password (trust in pg_hba.conf)."
                    .formatted(postgres))
            : Finding.good("PostgreSQL asks everybody for a password"));
    return all;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  private List<Finding> keys() {
    List<Finding> all = new ArrayList<>();
    boolean data = Files.exists(folders.data().resolve("postgres/PG_VERSION"));
    if (Files.notExists(folders.keys())) {
      all.add(
          data
              ? Finding.bad(
                  "There is data but no key folder %s: restore it from your copy."
                      .formatted(folders.keys()))
              : Finding.good("the key folder %s will be made".formatted(folders.keys())));
    } else {
      all.add(
          openToOthers(folders.keys())
              ? Finding.bad(
                  "The key folder %s can be read by others: chmod 700.".formatted(folders.keys()))
              : Finding.good("the key folder %s is private".formatted(folders.keys())));
    }
    all.add(replica(environment.getOrDefault("TERMIN_KEYS_REPLICA", "")));
    return all;
  }

  /** A second copy is one only if it is there, is whole, and lies on another disk. */
  private Finding replica(String named) {
    if (named.isBlank()) {
      return Finding.note("TERMIN_KEYS_REPLICA is not set: one disk failure loses everybody.");
    }
    Path replica = Path.of(named);
    if (!Files.isDirectory(replica)) {
      return Finding.bad(
          "The replica of the keys %s is not there: mount its disk, or make the folder."
              .formatted(replica));
    }
    if (Files.notExists(folders.keys())) {
      return Finding.good("the replica of the keys is there, for the first start");
    }
    try {
      long missing = missing(replica);
      if (missing > 0) {
        return Finding.bad(
            "The replica of the keys %s lacks %d of them: see that its disk is mounted, then start Termin, which copies them."
                .formatted(replica, missing));
      }
      return Files.getFileStore(replica).equals(Files.getFileStore(folders.keys()))
          ? Finding.note(
              "The replica of the keys is on the same disk as the keys: one disk failure loses"
                  + " everybody.")
          : Finding.good("keys are written twice");
    } catch (IOException e) {
      return Finding.bad("The replica of the keys %s cannot be read.".formatted(replica));
    }
  }

  private long missing(Path replica) throws IOException {
    try (Stream<Path> keys = Files.list(folders.keys())) {
      return keys.map(key -> key.getFileName().toString())
          .filter(name -> name.endsWith(".key"))
          .filter(name -> Files.notExists(replica.resolve(name)))
          .count();
    }
  }

  private static boolean openToOthers(Path folder) {
    try {
      Set<PosixFilePermission> rights = Files.getPosixFilePermissions(folder);
      return rights.stream().anyMatch(right -> !right.name().startsWith("OWNER_"));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private Finding addresses() {
    String address = environment.getOrDefault("TERMIN_PUBLIC_URL", "");
    if (address.isBlank()) {
      return Finding.note("TERMIN_PUBLIC_URL is not set: pages are for this machine only.");
    }
    return address.startsWith("https://") || isOnionService(address)
        ? Finding.good("the public address is encrypted")
        : Finding.note(
            "TERMIN_PUBLIC_URL is not https: contacts would cross the network readable.");
  }

  private Finding controller() {
    return environment.getOrDefault("TERMIN_CONTROLLER", "").isBlank()
        ? Finding.note(
            "TERMIN_CONTROLLER is not set: the page /privacy cannot say who runs this and how to"
                + " reach them.")
        : Finding.good("the page /privacy says who runs this");
  }

  private static boolean isOnionService(String address) {
    try {
      return address.startsWith("http://") && OnionHost.is(new URI(address).getHost());
    } catch (URISyntaxException noAddress) {
      return false;
    }
  }
}
