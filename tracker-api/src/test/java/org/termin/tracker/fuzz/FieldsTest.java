package org.termin.tracker.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.termin.tracker.Door;
import tools.jackson.databind.JsonNode;

/** Everything the door ever asks anybody for, by name; a new field has to be added here. */
class FieldsTest {
  private static final Door DOOR = Door.with("--termin.answer.within=0ms");
  private static final Town TOWN = new Town(DOOR);

  /** Typed by a person; numbers at the end count documents and contacts. */
  private static final Set<String> TYPED =
      Set.of(
          "day",
          "month",
          "year",
          "on",
          "phone",
          "mail",
          "contact",
          "added",
          "code",
          "receipt",
          "last",
          "community",
          "join");

  /** Chosen from lists, or ours. */
  private static final Set<String> CHOSEN =
      Set.of(
          "action",
          "add",
          "alert",
          "codeWord",
          "country",
          "day",
          "document",
          "drop",
          "form",
          "gone",
          "ground",
          "language",
          "leave",
          "mail",
          "number",
          "on",
          "phone",
          "reason",
          "reminders",
          "sign",
          "slot",
          "state",
          "type",
          "version",
          "was",
          "waves",
          "weeks",
          "who",
          "wording");

  /** Of every request body; the values are lists to choose from, days, counts and contacts. */
  private static final Set<String> JSON =
      Set.of(
          "action",
          "alert",
          "atLeast",
          "channel",
          "child",
          "code",
          "codeWord",
          "community",
          "consents",
          "contacts",
          "country",
          "document",
          "documents",
          "expired",
          "ground",
          "join",
          "keep",
          "language",
          "lastValidDay",
          "leave",
          "number",
          "on",
          "people",
          "reason",
          "region",
          "reminders",
          "sign",
          "slot",
          "state",
          "type",
          "value",
          "version",
          "waves",
          "weeks",
          "wording",
          "zone");

  @AfterAll
  static void close() {
    DOOR.context.close();
  }

  @Test
  void noFormTakesANameADocumentNumberAPhotoOrFreeText() {
    Set<String> typed = new TreeSet<>();
    Set<String> chosen = new TreeSet<>();
    for (String page : TOWN.pages()) {
      assertThat(page).doesNotContain("<textarea", "type=\"file\"", "contenteditable", "multipart");
      Pattern.compile("<(input|select|button)\\b[^>]*>")
          .matcher(page)
          .results()
          .forEach(
              found -> {
                String tag = found.group();
                String name = attribute(tag, "name").replaceAll("\\d+$", "");
                String type = attribute(tag, "type");
                boolean free =
                    tag.startsWith("<input")
                        && !Set.of("hidden", "radio", "checkbox", "submit").contains(type);
                if (!name.isEmpty()) {
                  (free ? typed : chosen).add(name);
                }
              });
    }
    assertThat(typed).isEqualTo(new TreeSet<>(TYPED));
    assertThat(chosen).isEqualTo(new TreeSet<>(CHOSEN));
  }

  @Test
  void theReceiptCodeIsShownAndStandsInNoAddressOrField() {
    String code = TOWN.resident.code().display();
    Pattern inside =
        Pattern.compile("=\"[^\"]*(" + code + "|" + code.replace("-", "") + ")", Pattern.DOTALL);
    String lastGroup = code.substring(code.length() - 4);
    List<String> pages = TOWN.pages();
    assertThat(pages).anyMatch(page -> page.contains(lastGroup));
    assertThat(pages).noneMatch(page -> inside.matcher(page).find());
    assertThat(pages).noneMatch(page -> page.contains("value=\"" + lastGroup));
  }

  @Test
  void theInterfaceTakesNothingElseEither() {
    JsonNode api = Door.json(DOOR.get("/api/v1/openapi.json"));
    Set<String> names = new TreeSet<>();
    api.get("paths")
        .forEach(path -> path.forEach(one -> collect(api, one.path("requestBody"), names)));
    assertThat(names).isEqualTo(new TreeSet<>(JSON));
  }

  @Test
  void aFieldNobodyKnowsIsRefusedAtEveryDepth() {
    Gun gun = new Gun(TOWN, new Rows(TOWN), new Tally());
    List<String> accepted = new ArrayList<>();
    int tried = 0;
    for (int i = 0; i < TOWN.routes.size(); i++) {
      int depth = objects(gun.wellFormed(i, 1).json).size();
      for (int n = 0; n < depth; n++) {
        Shot shot = gun.wellFormed(i, 1);
        objects(shot.json).get(n).put("passportNumber", "MP1234567");
        Answer answer = Wire.send(TOWN.port(TOWN.routes.get(i)), shot);
        tried++;
        if (answer.status() != 400 || !answer.body().contains("unknown-field")) {
          accepted.add(shot.route.name() + " object " + n + ": " + answer.status());
        }
      }
    }
    System.out.println("objects with a field nobody knows: " + tried);
    assertThat(tried).isGreaterThan(10);
    assertThat(accepted).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> objects(Object json) {
    List<Map<String, Object>> all = new ArrayList<>();
    if (json instanceof Map<?, ?> map) {
      all.add((Map<String, Object>) map);
      map.values().forEach(value -> all.addAll(objects(value)));
    } else if (json instanceof List<?> list) {
      list.forEach(value -> all.addAll(objects(value)));
    }
    return all;
  }

  private static void collect(JsonNode api, JsonNode node, Set<String> names) {
    if (node.has("$ref")) {
      collect(api, api.at(node.get("$ref").asString().substring(1)), names);
    }
    names.addAll(node.path("properties").propertyNames());
    node.forEach(child -> collect(api, child, names));
  }

  private static String attribute(String tag, String name) {
    var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
    return found.find() ? found.group(1) : "";
  }
}
