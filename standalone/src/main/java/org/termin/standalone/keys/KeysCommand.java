package org.termin.standalone.keys;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** What an operator does with the keys: no key is ever shown. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "status | rotate | verify | backed-up",
    description =
        "Says how the keys stand, makes the next one, opens everything once, hears of backups.")
public final class KeysCommand implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: status, rotate, verify or backed-up.");
  }

  @Command(
      name = "status",
      mixinStandardHelpOptions = true,
      description = "The living keys, what still needs each, the replica and the last backup.")
  int status(@Mixin NotifierAddress notifier) {
    print(notifier.get("/keys"));
    return 0;
  }

  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description = "Makes the next key now and moves everything to it.")
  int rotate(@Mixin NotifierAddress notifier) {
    print(notifier.post("/keys/rotate", Map.of()));
    return 0;
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description =
          "Opens everything with the keys that are there; exit code 1 if something does not.")
  int verify(@Mixin NotifierAddress notifier) {
    JsonNode checked = notifier.post("/keys/verify", Map.of());
    long unreadable =
        checked.path("unreadable").asLong() + checked.path("unreadableStops").asLong();
    out()
        .printf(
            "%,d records and %,d stopped contacts opened, %,d do not open%n",
            checked.path("records").asLong(), checked.path("stops").asLong(), unreadable);
    missing(checked);
    return unreadable == 0 && checked.path("missingInReplica").isEmpty() ? 0 : 1;
  }

  @Command(
      name = "backed-up",
      mixinStandardHelpOptions = true,
      description =
          "Tells the notifier of a backup that is complete: without such a word no old key goes.")
  int backedUp(
      @Mixin NotifierAddress notifier,
      @Parameters(paramLabel = "INSTANT", description = "When it began, as backup says it.")
          String began) {
    print(notifier.post("/keys/backup", Map.of("began", began)));
    return 0;
  }

  private void print(JsonNode status) {
    for (JsonNode epoch : status.path("epochs")) {
      out()
          .printf(
              "epoch %d%s, made %s%n",
              epoch.path("number").asInt(),
              epoch.path("number").equals(status.path("newest")) ? " (newest)" : "",
              epoch.path("made").asString("not noted yet"));
      epoch
          .path("rows")
          .properties()
          .forEach(rows -> out().printf("  %,d in %s%n", rows.getValue().asLong(), rows.getKey()));
      if (epoch.path("rows").isEmpty()) {
        out()
            .printf(
                "  nothing needs it, since %s%n", epoch.path("emptySince").asString("just now"));
      }
    }
    out()
        .println(
            status.path("replica").asBoolean()
                ? "Every key is kept twice."
                : "TERMIN_KEYS_REPLICA is not set: one disk failure loses everybody.");
    missing(status);
    out().printf("Last backup reported: %s%n", status.path("backup").asString("none"));
    if (status.path("late").asLong() > 0) {
      out().printf("%d old keys should be gone by now.%n", status.path("late").asLong());
    }
  }

  private void missing(JsonNode answer) {
    for (JsonNode name : answer.path("missingInReplica")) {
      out().printf("%s is missing on the replica, or another one.%n", name.asString());
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
