package org.termin.standalone.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.termin.embedded.CannotStart;
import org.termin.standalone.rest.Rest;
import org.termin.standalone.supervise.Folders;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The running notifier, which alone has the keys; asked on its loopback port. */
public final class NotifierAddress {
  @Option(
      names = "--notifier",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:9081",
      description = "The notifier's own pages; ${DEFAULT-VALUE} unless given.")
  URI notifier = URI.create("http://127.0.0.1:9081");

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "The notifier's operator.token; the one in the key folder unless given.")
  @Nullable Path token;

  /** Asks; throws one sentence if nobody answers or the answer is no. */
  public JsonNode get(String path) {
    return ask(rest(), rest -> rest.get(path));
  }

  /** Posts JSON; throws one sentence if nobody answers or the answer is no. */
  public JsonNode post(String path, Object body) {
    return ask(rest(), rest -> rest.post(path, null, body));
  }

  private Rest rest() {
    Path file = token == null ? Folders.keysOfThisMachine().resolve(Folders.OPERATOR_TOKEN) : token;
    try {
      return new Rest(notifier, Files.readString(file).strip());
    } catch (IOException e) {
      throw new CannotStart(
          "%s cannot be read: run this as the user of the notifier, or name the file with --token-file; nothing was changed."
              .formatted(file));
    }
  }

  private JsonNode ask(Rest rest, Function<Rest, Rest.Answer> question) {
    Rest.Answer answer;
    try {
      answer = question.apply(rest);
    } catch (UncheckedIOException e) {
      throw new CannotStart(
          "No notifier answers at %s: start it, or name its address with --notifier; nothing was changed."
              .formatted(notifier));
    }
    if (answer.status() != 200) {
      throw new CannotStart(
          "The notifier says: "
              + answer.json().path("detail").asString("status " + answer.status()));
    }
    return answer.json();
  }
}
