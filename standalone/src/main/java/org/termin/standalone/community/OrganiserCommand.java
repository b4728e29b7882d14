package org.termin.standalone.community;

import java.io.PrintWriter;
import java.util.Map;
import org.termin.contract.organiser.Secret;
import org.termin.standalone.keys.NotifierAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Links to the organisers' pages; each is shown this once. */
@Command(
    name = "organiser",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "found | invite",
    description = "Lets the first two organisers in, invites one more.")
public final class OrganiserCommand implements Runnable {
  @Spec CommandSpec spec;

  /** The community somebody is invited to. */
  static final class To {
    @Option(
        names = "--community",
        required = true,
        paramLabel = "CODE",
        description = "The community's join code.")
    String community = "";
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: found or invite.");
  }

  @Command(
      name = "found",
      mixinStandardHelpOptions = true,
      description = "Two links for the first two people, both operators.")
  int found(@Mixin NotifierAddress notifier, @Mixin To to) {
    JsonNode links = notifier.post("/communities/found", Map.of("code", to.community));
    out().printf("For the first person:%n%s%n", links.path("links").path(0).asString());
    out().printf("For the second person:%n%s%n", links.path("links").path(1).asString());
    once();
    out()
        .println(
            "Neither passkey works before both are made. If a link gets lost or is too old, run"
                + " this again: what was made before then opens nothing, and both begin anew.");
    return 0;
  }

  @Command(
      name = "invite",
      mixinStandardHelpOptions = true,
      description = "A link for one person, which opens nothing before an organiser agrees.")
  int invite(
      @Mixin NotifierAddress notifier,
      @Mixin To to,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              defaultValue = "member",
              description = "member, lead or operator; ${DEFAULT-VALUE} unless given.")
          String role) {
    JsonNode links =
        notifier.post("/communities/invite", Map.of("code", to.community, "role", role));
    String link = links.path("links").path(0).asString();
    out().println(link);
    once();
    out()
        .printf(
            "It opens nothing before an operator, or a lead of this community unless it is for an"
                + " operator, agrees: on the organisers' pages, under Invitations. Tell them these"
                + " four signs, which stand beside it: %s%n",
            new Secret(link.substring(link.indexOf('#') + 1)).mark());
    return 0;
  }

  private void once() {
    out()
        .println(
            "Give each link to one person, by a way that only that person reads. It opens once,"
                + " within 24 hours, and is not shown again.");
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
