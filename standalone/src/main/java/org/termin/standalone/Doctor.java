package org.termin.standalone;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.termin.standalone.Finding.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the machine and the configuration; changes nothing. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Checks this machine and the configuration; changes nothing.")
final class Doctor implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin Places places;

  @Option(names = "--port", description = "Port of the pages (default: ${DEFAULT-VALUE}).")
  int port = 8080;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Finding> findings = new Examination(places.folders(), port, System.getenv()).all();
    findings.forEach(finding -> out.println(finding.line()));
    long bad = findings.stream().filter(finding -> finding.level() == Level.BAD).count();
    out.println();
    out.println(
        bad == 0 ? "Termin can run here." : "Termin cannot run here yet: " + bad + " to mend.");
    return bad == 0 ? 0 : 1;
  }
}
