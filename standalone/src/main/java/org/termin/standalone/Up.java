package org.termin.standalone;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.termin.standalone.supervise.Settings;
import org.termin.standalone.supervise.Supervisor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything on this machine and keeps it running until Ctrl-C. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Starts everything on this machine, keeps its data, stops on Ctrl-C.")
final class Up implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Places places;

  @Option(names = "--port", description = "Port of the pages (default: ${DEFAULT-VALUE}).")
  int port = 8080;

  @Option(names = "--recording", description = "Show messages on this machine; send nothing.")
  boolean recording;

  @Option(
      names = "--simulated-clock",
      description = "Let the clock be moved forward; needs --recording.")
  boolean simulatedClock;

  @Option(
      names = "--bind",
      description = "Address the pages listen on (default: ${DEFAULT-VALUE}).")
  String bind = Settings.LOOPBACK;

  @Override
  public Integer call() throws InterruptedException {
    if (simulatedClock && !recording) {
      spec.commandLine()
          .getErr()
          .println("--simulated-clock needs --recording: a moved clock must never send anything.");
      return 2;
    }
    Settings settings = Settings.of(places.folders(), port).boundTo(bind).keptRunning();
    settings = recording ? settings.recorded() : settings;
    settings = simulatedClock ? settings.simulated() : settings;
    PrintWriter out = spec.commandLine().getOut();
    Stopwatch watch = new Stopwatch();
    out.println("Termin starts; the first time takes a little longer.");
    Supervisor supervisor =
        Supervisor.start(settings, line -> out.printf("%7.1f s  %s%n", watch.seconds(), line));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor, out, stopped), "stop"));
    Greeting.print(out, supervisor, watch.seconds());
    stopped.await();
    return 0;
  }

  private static void stop(Supervisor supervisor, PrintWriter out, CountDownLatch stopped) {
    out.println();
    out.println("Termin stops …");
    supervisor.close();
    out.println("Stopped. The data is kept in " + supervisor.settings().folders().data() + ".");
    stopped.countDown();
  }
}
