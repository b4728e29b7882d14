package org.termin.standalone;

import java.util.concurrent.Callable;
import org.termin.standalone.supervise.RulesRehearsal;
import org.termin.standalone.supervise.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the rules of this release would change for the people in a data folder. */
@Command(
    name = "rehearse",
    mixinStandardHelpOptions = true,
    description =
        "Says what this release's rules would change for how many people, before it is started;"
            + " writes nothing, tells nobody.")
final class Rehearse implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Places places;

  @Override
  public Integer call() {
    return new RulesRehearsal(Settings.of(places.folders(), 0))
        .run(spec.commandLine().getOut()::println);
  }
}
