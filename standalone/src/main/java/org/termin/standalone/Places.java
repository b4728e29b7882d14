package org.termin.standalone;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.termin.standalone.supervise.Folders;
import picocli.CommandLine.Option;

/** Where data and keys lie; shared by the commands. */
class Places {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the data; .termin beside this program unless given.")
  @Nullable Path data;

  Folders folders() {
    return new Folders(
        Optional.ofNullable(data).orElseGet(() -> home().resolve(".termin")),
        Folders.keysOfThisMachine());
  }

  private static Path home() {
    return Path.of(System.getProperty("termin.home", ""));
  }
}
