package org.termin.standalone.status;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.Callable;
import org.termin.embedded.CannotStart;
import org.termin.standalone.rest.Rest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says how the service stands: the dashboard's figures, for whoever has only a terminal. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description =
        "Says how the service stands, in the dashboard's figures; exit code 1 while an alarm is"
            + " active.")
public final class StatusCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--notifier",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:9081",
      description = "The notifier's own pages; ${DEFAULT-VALUE} unless given.")
  URI notifier = URI.create("http://127.0.0.1:9081");

  @Override
  public Integer call() {
    Sheet sheet = Sheet.of(ask().expect(200));
    new Report(sheet).lines().forEach(spec.commandLine().getOut()::println);
    return sheet.alarms().isEmpty() ? 0 : 1;
  }

  private Rest.Answer ask() {
    try {
      return new Rest(notifier).get("/actuator/standing");
    } catch (UncheckedIOException e) {
      throw new CannotStart(
          "No notifier answers at %s, so nothing is read or sent: start it, or name its address with --notifier."
              .formatted(notifier));
    }
  }
}
