package org.termin.standalone.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.termin.standalone.rest.Recording.Seen;
import org.termin.standalone.rest.Rest;
import tools.jackson.databind.JsonNode;

/**
 * Which stages a household's own page said it was told, day by day; pages show the last 20 only.
 */
final class Diary {
  private final Rest door;
  private final Map<Household, SignUp.Registered> registered;
  private final Map<Household, Map<LocalDate, Set<Integer>>> told = new HashMap<>();

  Diary(Rest door, Map<Household, SignUp.Registered> registered) {
    this.door = door;
    this.registered = registered;
  }

  /** Reads every page. */
  void read() {
    registered.forEach(
        (household, own) -> {
          Rest.Answer page = door.get("/api/v1/registrations/current", own.receiptCode());
          if (page.status() == 200) {
            note(household, page.json());
          }
        });
  }

  private void note(Household household, JsonNode page) {
    Map<LocalDate, Set<Integer>> days = told.computeIfAbsent(household, _ -> new TreeMap<>());
    for (JsonNode sent : page.path("messages")) {
      Set<Integer> stages =
          days.computeIfAbsent(
              LocalDate.parse(sent.path("day").asString("")), _ -> new TreeSet<>());
      sent.path("told").forEach(one -> stages.add(one.path("stage").asInt(0)));
    }
  }

  History history(Household household, List<Seen> inbox) {
    List<String> own = household.contacts().stream().map(Household.Reach::value).toList();
    return new History(
        household,
        inbox.stream().filter(seen -> own.contains(seen.to())).toList(),
        told.getOrDefault(household, Map.of()));
  }
}
