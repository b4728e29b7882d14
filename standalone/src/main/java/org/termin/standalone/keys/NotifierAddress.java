package org.termin.standalone.keys;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.function.Function;
import org.termin.embedded.CannotStart;
import org.termin.standalone.rest.Rest;
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

  JsonNode get(String path) {
    return ask(new Rest(notifier), rest -> rest.get(path));
  }

  /** Posts JSON; throws one sentence if nobody answers or the answer is no. */
  public JsonNode post(String path, Object body) {
    return ask(new Rest(notifier), rest -> rest.post(path, null, body));
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
