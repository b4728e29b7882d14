package org.termin.guidance.pack;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a schema cannot say: every text rests on a fact, no text says what it must not. */
final class PackCheck {
  private static final BannedWords BANNED = BannedWords.load();

  private final String name;
  private final List<String> errors = new ArrayList<>();

  private PackCheck(String name) {
    this.name = name;
  }

  /** Throws one sentence naming everything that is wrong with a country's pack. */
  static void check(PackFile file) {
    PackCheck check = new PackCheck(file.country());
    check.routesHaveTexts(file);
    check.textsRestOnFacts(file);
    check.says(file.texts());
    check.fail();
  }

  /** The same for the texts of countries without a pack, which rest on no facts. */
  static void check(String name, PackTexts texts) {
    PackCheck check = new PackCheck(name);
    check.says(texts);
    check.fail();
  }

  private void routesHaveTexts(PackFile file) {
    Set<String> routes = new HashSet<>();
    file.routes().forEach(route -> routes.add(route.id()));
    if (!routes.equals(file.texts().routes().keySet())) {
      errors.add("routes and texts do not match");
    }
  }

  private void textsRestOnFacts(PackFile file) {
    Set<String> known = file.facts().keySet();
    file.texts().routes().values().stream()
        .flatMap(route -> Stream.concat(route.steps().stream(), route.unknown().stream()))
        .forEach(
            step -> {
              if (step.facts().isEmpty()) {
                errors.add("no fact under: " + step.text());
              }
              step.facts().stream()
                  .filter(fact -> !known.contains(fact))
                  .forEach(fact -> errors.add("unknown fact " + fact));
            });
    PackTexts.Help help = file.texts().help();
    if (help != null && (help.fact() == null || !known.contains(help.fact()))) {
      errors.add("help without a fact");
    }
  }

  private void says(PackTexts texts) {
    PackTexts.Help help = texts.help();
    if (help != null) {
      sms(help.sms());
      text(help.mail());
      link(help.url());
    }
    for (PackTexts.RouteTexts route : texts.routes().values()) {
      route.sms().values().forEach(local -> sms(local));
      route.actions().values().forEach(local -> sms(local));
      sms(route.missed());
      link(route.page() == null ? null : route.page().url());
      route.steps().forEach(step -> text(step.text()));
      route.unknown().forEach(step -> text(step.text()));
    }
  }

  private void link(@Nullable URI address) {
    if (address != null && !BANNED.mayLink(address)) {
      errors.add("nobody may be led to " + address.getHost());
    }
  }

  private void text(LocalText local) {
    local.in().values().stream()
        .flatMap(text -> BANNED.inText(text).stream())
        .forEach(word -> errors.add("banned: " + word));
  }

  private void sms(LocalText local) {
    local.in().values().stream()
        .flatMap(text -> BANNED.inSms(text).stream())
        .forEach(word -> errors.add("banned in a text message: " + word));
  }

  private void fail() {
    if (!errors.isEmpty()) {
      throw new IllegalStateException("pack " + name + ": " + String.join("; ", errors));
    }
  }
}
