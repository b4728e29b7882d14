package org.termin.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines that run other Java programs with this very JDK. */
public final class ChildJava {
  /**
   * The heap of a service holds people: nothing of it may come to lie in a file, neither as a core
   * dump nor in the report of a crash, which prints texts it meets; and no program of this user may
   * ask the machine for it.
   */
  public static final List<String> KEEPS_ITS_MEMORY =
      List.of(
          "-XX:-CreateCoredumpOnCrash",
          "-XX:+SuppressFatalErrorMessage",
          "-XX:-HeapDumpOnOutOfMemoryError",
          "-XX:+DisableAttachMechanism");

  // Ctrl-C reaches every process of the terminal; children wait for their parent, who knows the
  // order
  private static final List<String> DEAF_TO_INTERRUPT =
      List.of("sh", "-c", "ulimit -c 0; trap '' INT; exec \"$@\"", "sh");

  private ChildJava() {}

  /** Runs another main class of this class path. */
  public static List<String> main(Class<?> main, List<String> options, List<String> arguments) {
    List<String> command = java(options);
    if (insideBootJar()) {
      command.add("-Dloader.main=" + main.getName());
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(
        insideBootJar()
            ? "org.springframework.boot.loader.launch.PropertiesLauncher"
            : main.getName());
    command.addAll(arguments);
    return List.copyOf(command);
  }

  /** Runs a jar. */
  public static List<String> jar(Path jar, List<String> options) {
    List<String> command = java(options);
    command.addAll(List.of("-jar", jar.toString()));
    return List.copyOf(command);
  }

  private static List<String> java(List<String> options) {
    List<String> command = new ArrayList<>(DEAF_TO_INTERRUPT);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(KEEPS_ITS_MEMORY);
    command.add("--enable-native-access=ALL-UNNAMED");
    return command;
  }

  /** A jar of jars has a launcher that knows how to read it; a plain class path has none. */
  private static boolean insideBootJar() {
    return ClassLoader.getSystemResource("BOOT-INF/classpath.idx") != null;
  }
}
