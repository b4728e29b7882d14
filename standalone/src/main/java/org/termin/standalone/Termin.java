package org.termin.standalone;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.termin.database.StoreException;
import org.termin.embedded.CannotStart;
import org.termin.standalone.community.CommunityCommand;
import org.termin.standalone.community.OrganiserCommand;
import org.termin.standalone.editor.GuidanceCommand;
import org.termin.standalone.editor.PlanCommand;
import org.termin.standalone.keys.KeysCommand;
import org.termin.standalone.keys.WindDownCommand;
import org.termin.standalone.status.StatusCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: what cannot be done is said in one sentence, and nothing is lost by it. */
@Command(
    name = "termin",
    mixinStandardHelpOptions = true,
    version = "Termin 0.1.0",
    synopsisSubcommandLabel =
        "up | demo | status | doctor | keys | community | organiser | backup | restore | wind-down"
            + " | kill-switch | plan | guidance | rehearse",
    description = "Warns people before a passport or residence permit expires.",
    subcommands = {
      Up.class,
      Demo.class,
      StatusCommand.class,
      Doctor.class,
      KeysCommand.class,
      CommunityCommand.class,
      OrganiserCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      WindDownCommand.class,
      KillSwitch.class,
      PlanCommand.class,
      GuidanceCommand.class,
      Rehearse.class
    })
public final class Termin {
  private Termin() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    CommandLine line = new CommandLine(new Termin());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler(
        (failure, command, _) -> {
          switch (failure) {
            case CannotStart sentence -> command.getErr().println(sentence.getMessage());
            case StoreException sentence -> command.getErr().println(sentence.sentence());
            default -> {
              command.getErr().println("Termin failed in a way nobody foresaw:");
              failure.printStackTrace(command.getErr());
            }
          }
          return 1;
        });
    line.setParameterExceptionHandler(
        (wrong, _) -> {
          wrong.getCommandLine().getErr().println(wrong.getMessage());
          wrong.getCommandLine().usage(wrong.getCommandLine().getErr());
          return 2;
        });
    return line.execute(arguments);
  }
}
