package org.termin.standalone.community;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.termin.standalone.keys.NotifierAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Communities and their join codes; how many residents joined is never said. */
@Command(
    name = "community",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "create | list | close",
    description = "Makes a community with its join code, lists them, closes one for good.")
public final class CommunityCommand implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: create, list or close.");
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Makes a community that residents join by a code.")
  int create(
      @Mixin NotifierAddress notifier,
      @Parameters(
              arity = "0..1",
              paramLabel = "CODE",
              description = "A to Z, 0 to 9 and hyphens; one is drawn unless given.")
          @Nullable String code) {
    Map<String, @Nullable Object> asked = new HashMap<>();
    asked.put("code", code);
    JsonNode made = notifier.post("/communities", asked);
    out().printf("The join code is %s%n", made.path("code").asString());
    out().println("Everybody of the community uses the same one; it opens nothing.");
    return 0;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Every community: its code, and how many organisers can come in.")
  int list(@Mixin NotifierAddress notifier) {
    JsonNode communities = notifier.get("/communities").path("communities");
    if (communities.isEmpty()) {
      out().println("There is none yet: ./termin community create makes one.");
    }
    for (JsonNode one : communities) {
      String code = one.path("code").asString();
      if (one.path("active").asBoolean()) {
        out().printf("%s  organisers: %d%n", code, one.path("organisers").asInt());
      } else {
        out().printf("%s  closed%n", code);
      }
    }
    return 0;
  }

  @Command(
      name = "close",
      mixinStandardHelpOptions = true,
      description = "Closes a community for good; residents keep their reminders.")
  int close(
      @Mixin NotifierAddress notifier,
      @Parameters(paramLabel = "CODE", description = "Its join code.") String code,
      @Option(names = "--for-good", description = "Really does it.") boolean meant) {
    if (!meant) {
      out()
          .println(
              "Nothing was changed. Closing puts the community's organisers out at once and deletes"
                  + " their passkeys; it is counted in no further release, and its code can never"
                  + " be used again. Residents keep their reminders.");
      out().println("If you mean it: ./termin community close CODE --for-good");
      return 2;
    }
    JsonNode closed = notifier.post("/communities/close", Map.of("code", code));
    out()
        .printf(
            "It is closed. Organisers who were put out: %d%n", closed.path("organisers").asInt());
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
