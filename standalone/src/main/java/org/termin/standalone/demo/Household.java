package org.termin.standalone.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** An invented household: where it lives, what it holds, how it is reached. */
record Household(
    int number,
    Country country,
    String language,
    String wording,
    List<Member> members,
    List<Reach> contacts) {

  /** Where a household lives. */
  record Country(String code, ZoneId zone, String phonePrefix) {}

  /** One person; never a name. */
  record Member(boolean child, List<Document> documents) {}

  /** One document. */
  record Document(String type, LocalDate lastValidDay) {}

  /** A phone or a mailbox. */
  record Reach(String channel, String value) {}

  /** What is posted to the door. */
  Map<String, Object> registration() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("country", country.code());
    body.put("people", members.stream().map(Household::person).toList());
    body.put(
        "contacts",
        contacts.stream()
            .map(one -> Map.of("channel", one.channel(), "value", one.value()))
            .toList());
    body.put("wording", wording);
    body.put("language", language);
    body.put("zone", country.zone().getId());
    body.put("consents", Map.of("reminders", true, "waves", false));
    return body;
  }

  private static Map<String, Object> person(Member member) {
    return Map.of(
        "child",
        member.child(),
        "documents",
        member.documents().stream()
            .map(one -> Map.of("type", one.type(), "lastValidDay", one.lastValidDay().toString()))
            .toList());
  }

  /** One line that says who they are. */
  String described() {
    List<String> all = new ArrayList<>();
    IntStream.range(0, members.size())
        .forEach(
            n ->
                members
                    .get(n)
                    .documents()
                    .forEach(
                        one ->
                            all.add(
                                "%s%s until %s"
                                    .formatted(
                                        members.get(n).child() ? "child's " : "",
                                        one.type(),
                                        one.lastValidDay()))));
    return "%s, %s, %s; %s; %s"
        .formatted(
            country.code(),
            language,
            wording,
            String.join(", ", contacts.stream().map(Reach::channel).toList()),
            String.join(", ", all));
  }

  @Override
  public String toString() {
    return "Household " + number;
  }
}
