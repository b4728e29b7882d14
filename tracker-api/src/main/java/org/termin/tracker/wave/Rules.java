package org.termin.tracker.wave;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.termin.contract.words.DocumentType;
import org.termin.guidance.pack.CountryPack;
import org.termin.guidance.rule.Claim;
import org.termin.guidance.rule.Route;
import org.termin.guidance.rule.Rule;
import org.termin.tracker.open.RuleWords;

/** What ties one document of a country to another, which is what an authority can change. */
final class Rules {
  private Rules() {}

  /** In sentences, by the document that is asked for. */
  static Map<String, List<String>> binding(CountryPack pack, RuleWords words) {
    Map<DocumentType, Set<String>> rules = new TreeMap<>();
    ways(pack)
        .forEach(
            way -> {
              List<String> needs = words.needs(way);
              if (!needs.isEmpty()) {
                rules.computeIfAbsent(way.document(), _ -> new LinkedHashSet<>()).addAll(needs);
              }
            });
    Map<String, List<String>> named = new LinkedHashMap<>();
    rules.forEach(
        (document, needs) ->
            named.put(words.say().text("document." + document), List.copyOf(needs)));
    return named;
  }

  /** Where it was read. */
  static List<Claim> claims(CountryPack pack) {
    return ways(pack).flatMap(way -> way.rules().stream()).map(Rule::claim).distinct().toList();
  }

  private static Stream<Route> ways(CountryPack pack) {
    return pack.rules().routes().stream().filter(way -> !way.onlyWhenLost());
  }
}
