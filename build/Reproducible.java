import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Builds the last commit twice, in different places, at different times, for different countries
 * and under different masks, and compares every jar byte by byte.
 */
class Reproducible {
  public static void main(String[] arguments) throws Exception {
    Path project = Path.of(arguments[0]);
    String maven = arguments[1];
    Path folder = Files.createTempDirectory("reproducible");
    Path here = folder.resolve("here");
    Path elsewhere = folder.resolve("a/longer/way/elsewhere");

    build(project, here, maven, "022", "UTC", "en", "US");
    // Turkish is where i becomes another letter
    build(project, elsewhere, maven, "077", "Pacific/Chatham", "tr", "TR");

    Map<String, String> first = jars(here);
    Map<String, String> second = jars(elsewhere);
    var names = new TreeSet<>(first.keySet());
    names.addAll(second.keySet());
    int different = 0;
    for (String name : names) {
      boolean same = first.get(name) != null && first.get(name).equals(second.get(name));
      System.out.printf("%s %s %s%n", same ? "equal    " : "DIFFERENT", first.get(name), name);
      if (!same) {
        different++;
        inside(here.resolve(name), elsewhere.resolve(name));
      }
    }
    System.out.printf("%d jars, %d different%n", names.size(), different);
    if (different > 0 || names.isEmpty()) {
      System.out.println("both builds are kept in " + folder);
      System.exit(1);
    }
    delete(folder);
  }

  private static void build(
      Path project, Path to, String maven, String mask, String zone, String language, String land)
      throws Exception {
    Files.createDirectories(to.getParent());
    run(Map.of(), mask, "git", "clone", "--quiet", project.toString(), to.toString());
    run(
        Map.of(
            "TZ",
            zone,
            "LC_ALL",
            "C.UTF-8",
            "JAVA_TOOL_OPTIONS",
            "-Duser.language=%s -Duser.country=%s -Duser.timezone=%s"
                .formatted(language, land, zone)),
        mask,
        maven,
        "-f",
        to.toString(),
        "-B",
        "-ntp",
        "-q",
        "-Dmaven.test.skip=true",
        "package");
  }

  private static void run(Map<String, String> environment, String mask, String... command)
      throws Exception {
    var whole = new ArrayList<>(List.of("sh", "-c", "umask \"$0\" && exec \"$@\"", mask));
    whole.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(whole).inheritIO();
    builder.environment().putAll(environment);
    if (builder.start().waitFor() != 0) {
      throw new IllegalStateException("failed: " + String.join(" ", command));
    }
  }

  /** What was packaged: the jars, and those they were repackaged from. */
  private static Map<String, String> jars(Path build) throws Exception {
    Map<String, String> jars = new TreeMap<>();
    try (var modules = Files.newDirectoryStream(build, "*")) {
      for (Path module : modules) {
        Path target = module.resolve("target");
        if (Files.isDirectory(target)) {
          try (var files = Files.newDirectoryStream(target, "*.{jar,jar.original}")) {
            for (Path file : files) {
              jars.put(build.relativize(file).toString(), sha256(Files.newInputStream(file)));
            }
          }
        }
      }
    }
    return jars;
  }

  /** Names the entries that differ; if there are none, it is their order, times or rights. */
  private static void inside(Path one, Path other) throws Exception {
    if (!Files.exists(one) || !Files.exists(other)) {
      System.out.println("          only in one of the builds");
      return;
    }
    Map<String, String> left = entries(one);
    Map<String, String> right = entries(other);
    left.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(right.get(entry.getKey())))
        .forEach(entry -> System.out.println("          " + entry.getKey()));
    right.keySet().stream()
        .filter(name -> !left.containsKey(name))
        .forEach(name -> System.out.println("          " + name));
  }

  private static Map<String, String> entries(Path jar) throws Exception {
    Map<String, String> entries = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        entries.put(entry.getName(), sha256(zip.getInputStream(entry)));
      }
    }
    return entries;
  }

  private static String sha256(InputStream bytes) throws Exception {
    try (bytes) {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.readAllBytes()));
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path each, IOException failure)
              throws IOException {
            Files.delete(each);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
