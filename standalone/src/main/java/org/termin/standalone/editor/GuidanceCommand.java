package org.termin.standalone.editor;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with the country packs. */
@Command(
    name = "guidance",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "report | check | number",
    description = "Looks after the country packs: how old they are, whether an edited one stands.",
    subcommands = {ReportCommand.class, CheckCommand.class, NumberCommand.class})
public final class GuidanceCommand implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: report, check or number.");
  }
}
