package org.termin.standalone.keys;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** How two operators end the service; everybody is told first. See docs/wind-down.md. */
@Command(
    name = "wind-down",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "rehearse | card | propose | agree | take-back | status",
    description =
        "Ends the service: two operators agree, everybody gets their days and seven days' notice,"
            + " then every key is destroyed.")
public final class WindDownCommand implements Runnable {
  @Spec CommandSpec spec;

  /** A card is typed, or comes by a pipe: it stands in no history and in no list of processes. */
  static final class Card {
    @Option(
        names = "--card",
        interactive = true,
        arity = "0",
        prompt = "Your card: ",
        paramLabel = "CARD",
        description = "Asks for your card.")
    char @Nullable [] card;

    Map<String, Object> body() {
      Map<String, Object> body = new HashMap<>();
      body.put("card", card == null ? null : new String(card));
      return body;
    }
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: rehearse, card, propose, agree, take-back or status.");
  }

  @Command(
      name = "rehearse",
      mixinStandardHelpOptions = true,
      description = "What would happen, how many people would be told and how; writes nothing.")
  int rehearse(@Mixin NotifierAddress notifier) {
    notifier.get("/wind-down/rehearsal").forEach(line -> out().println(line.asString()));
    return 0;
  }

  @Command(
      name = "card",
      mixinStandardHelpOptions = true,
      description =
          "Makes an operator's card, shown this once. The first two need nothing, later ones"
              + " --card.")
  int card(@Mixin NotifierAddress notifier, @Mixin Card vouching) {
    JsonNode made = notifier.post("/wind-down/cards", vouching.body());
    out().println(made.path("card").asString());
    out()
        .println(
            "Write it down for one person and give it to nobody else. It is shown this once; with"
                + " another one it can end this service.");
    return 0;
  }

  @Command(
      name = "propose",
      mixinStandardHelpOptions = true,
      description = "The first of two words that end the service; nothing happens yet.")
  int propose(@Mixin NotifierAddress notifier, @Mixin Card mine) {
    return print(notifier.post("/wind-down/propose", mine.body()));
  }

  @Command(
      name = "agree",
      mixinStandardHelpOptions = true,
      description = "The second word, another person's, within 7 days: everybody is told.")
  int agree(@Mixin NotifierAddress notifier, @Mixin Card mine) {
    return print(notifier.post("/wind-down/agree", mine.body()));
  }

  @Command(
      name = "take-back",
      mixinStandardHelpOptions = true,
      description = "It goes on after all; whoever was told hears so. One card is enough.")
  int takeBack(@Mixin NotifierAddress notifier, @Mixin Card mine) {
    return print(notifier.post("/wind-down/take-back", mine.body()));
  }

  @Command(
      name = "status",
      mixinStandardHelpOptions = true,
      description = "How it stands, how many have been told, and what is waited for.")
  int status(@Mixin NotifierAddress notifier) {
    return print(notifier.get("/wind-down"));
  }

  private int print(JsonNode status) {
    PrintWriter out = out();
    out.printf("%d operators' cards were made.%n", status.path("cards").asInt());
    switch (status.path("standing").asString()) {
      case "running" -> out.println("Nobody wants to end the service.");
      case "proposed" ->
          out.println(
              "One operator has proposed to end it. If another one agrees within 7 days, everybody"
                  + " is told.");
      case "ended" -> out.println("The service has ended: every key is destroyed.");
      default -> closing(out, status);
    }
    return 0;
  }

  private static void closing(PrintWriter out, JsonNode status) {
    JsonNode progress = status.path("progress");
    out.printf("The last day is %s.%n", status.path("until").asString());
    out.printf(
        "told %,d, waiting %,d, no contact accepted it %,d, nobody to write to %,d%n",
        progress.path("told").asLong(),
        progress.path("waiting").asLong(),
        progress.path("failed").asLong(),
        progress.path("unreached").asLong());
    out.println(
        status.path("hindrance").asString("Nothing stands in the way of the end any more."));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
