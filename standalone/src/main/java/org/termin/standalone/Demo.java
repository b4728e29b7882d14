package org.termin.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.termin.embedded.CannotStart;
import org.termin.standalone.demo.Year;
import org.termin.standalone.supervise.Folders;
import org.termin.standalone.supervise.Settings;
import org.termin.standalone.supervise.Supervisor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A year and a half in a minute or two, with invented people; nothing is sent or kept. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Shows a year and a half with invented people; nothing is sent or kept.")
final class Demo implements Callable<Integer> {
  // one machine signs everybody up within seconds
  private static final Map<String, String> GENEROUS =
      Map.of(
          "TERMIN_LIMITS_READS", "1000000",
          "TERMIN_LIMITS_CHANGES", "1000000",
          "TERMIN_LIMITS_REGISTRATIONS", "1000000",
          "TERMIN_CODES_PREFIX", "1000000",
          "TERMIN_CODES_PREFIXDAY", "1000000",
          "TERMIN_CODES_COUNTRY", "1000000",
          "TERMIN_CODES_MONEY", "1000000000");

  @Spec CommandSpec spec;

  @Option(names = "--port", description = "Port of the pages (default: any free one).")
  int port;

  @Option(names = "--households", description = "How many (default: ${DEFAULT-VALUE}).")
  int households = 300;

  @Option(names = "--days", description = "For how long (default: ${DEFAULT-VALUE}).")
  int days = 548;

  @Option(names = "--exit", description = "End after the report instead of leaving the pages open.")
  boolean exit;

  private volatile boolean brokeOff;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Path folder = Files.createTempDirectory("termin-demo-");
    Folders folders = new Folders(folder.resolve("data"), folder.resolve("keys"));
    Settings settings = Settings.of(folders, port).recorded().simulated().with(GENEROUS);
    Stopwatch watch = new Stopwatch();
    out.println("The demo starts everything, with invented people; nothing is sent.");
    CountDownLatch stopped = new CountDownLatch(1);
    try (Supervisor supervisor = Supervisor.start(settings)) {
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> stop(supervisor, folder, stopped), "stop"));
      out.printf("Ready after %.0f seconds.%n", watch.seconds());
      new Year(supervisor, out, Clock.systemUTC()).live(households, days);
      out.printf("%nThat took %.0f seconds.%n", watch.seconds());
      if (!exit) {
        Greeting.print(out, supervisor, watch.seconds());
        stopped.await();
      }
    } catch (IllegalStateException e) {
      brokeOff = true;
      throw new CannotStart(
          "The demo broke off (%s): its logs are in %s.".formatted(e.getMessage(), folders.logs()),
          e);
    }
    return 0;
  }

  private void stop(Supervisor supervisor, Path folder, CountDownLatch stopped) {
    supervisor.close();
    if (!brokeOff) {
      delete(folder);
    }
    stopped.countDown();
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    } catch (IOException e) {
      // the folder for temporary files is cleared by the machine
    }
  }
}
