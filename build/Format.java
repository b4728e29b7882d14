import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks ({@code --check}) or rewrites ({@code --write}) every Java file below a folder. */
class Format {
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[1]);
    List<String> call = new ArrayList<>();
    if (arguments[0].equals("--write")) {
      call.add("--replace");
    } else {
      call.addAll(List.of("--dry-run", "--set-exit-if-changed"));
    }
    try (var files = Files.walk(root)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !root.relativize(file).toString().matches("(.*/)?(target|\\.[^/]+)/.*"))
          .map(Path::toString)
          .sorted()
          .forEach(call::add);
    }
    Main.main(call.toArray(String[]::new));
  }
}
