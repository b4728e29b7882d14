package org.termin.standalone.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.termin.standalone.supervise.Launch;
import org.termin.standalone.supervise.Launching;
import org.termin.testkit.Figures;

/**
 * Notifiers with other classes in front of their own: another design, or a bug to be caught. The
 * classes lie in {@code notifier/src/chaos} and are compiled here; no program contains them.
 */
public final class PlantedNotifier implements Launching {
  private static final String MAIN = "org.termin.notifier.start.NotifierApplication";

  private final @Nullable String name;
  private final Path unpacked;
  private final Path planted;
  private boolean compiled;

  /** The classes of that name, compiled into the folder when they are first needed. */
  public PlantedNotifier(String name, Path folder) {
    this.name = name;
    this.unpacked = folder.resolve("notifier-unpacked");
    this.planted = folder.resolve("notifier-" + name);
  }

  private PlantedNotifier(Path files, Path folder) {
    this.name = null;
    this.unpacked = folder.resolve("notifier-unpacked");
    this.planted = files;
  }

  /** A notifier with other files in front of its own, such as packs; nothing is compiled. */
  public static PlantedNotifier withFiles(Path files, Path folder) {
    return new PlantedNotifier(files, folder);
  }

  @Override
  public Launch of(String service, Launch usual) {
    if (!service.startsWith("notifier")) {
      return usual;
    }
    prepare(Path.of(usual.command().get(usual.command().indexOf("-jar") + 1)));
    return new Launch(command(usual.command()), usual.environment());
  }

  private synchronized void prepare(Path jar) {
    try {
      if (!Files.exists(unpacked)) {
        unpack(jar, unpacked);
      }
      if (compiled || name == null) {
        return;
      }
      Files.createDirectories(planted);
      compile(sources(name), unpacked, planted);
      compiled = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same options, but classes from folders instead of a jar. */
  private List<String> command(List<String> usual) {
    int jar = usual.indexOf("-jar");
    List<String> command = new ArrayList<>(usual.subList(0, jar));
    command.add("-cp");
    command.add(planted + File.pathSeparator + classPath(unpacked));
    command.add(MAIN);
    return command;
  }

  private static String classPath(Path unpacked) {
    try (Stream<Path> jars = Files.list(unpacked.resolve("BOOT-INF/lib"))) {
      return Stream.concat(
              // its META-INF says which classes Spring starts first
              Stream.of(unpacked.resolve("BOOT-INF/classes"), unpacked), jars.sorted())
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unpack(Path jar, Path to) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Enumeration<JarEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (!entry.isDirectory() && entry.getName().matches("BOOT-INF/.*|META-INF/spring.*")) {
          Path target = to.resolve(entry.getName());
          Files.createDirectories(target.getParent());
          try (InputStream in = file.getInputStream(entry)) {
            Files.copy(in, target);
          }
        }
      }
    }
  }

  private static List<Path> sources(String name) throws IOException {
    try (Stream<Path> all = Files.walk(Figures.project().resolve("notifier/src/chaos/" + name))) {
      return all.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static void compile(List<Path> sources, Path unpacked, Path to) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of(
                      "-proc:none", "-parameters", "-d", to.toString(), "-cp", classPath(unpacked)),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as("%s", said).isTrue();
    }
  }
}
