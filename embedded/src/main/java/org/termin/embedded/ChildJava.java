package org.termin.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line that runs another main class of this class path with this very JDK. */
final class ChildJava {
  private ChildJava() {}

  static List<String> command(Class<?> main, List<String> options, List<String> arguments) {
    String classPath = System.getProperty("java.class.path");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("--enable-native-access=ALL-UNNAMED");
    if (insideBootJar()) {
      command.add("-Dloader.main=" + main.getName());
    }
    command.addAll(List.of("-cp", classPath));
    command.add(
        insideBootJar()
            ? "org.springframework.boot.loader.launch.PropertiesLauncher"
            : main.getName());
    command.addAll(arguments);
    return command;
  }

  /** A jar of jars has a launcher that knows how to read it; a plain class path has none. */
  private static boolean insideBootJar() {
    return ClassLoader.getSystemResource("BOOT-INF/classpath.idx") != null;
  }
}
