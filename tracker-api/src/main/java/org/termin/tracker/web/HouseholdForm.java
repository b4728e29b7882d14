package org.termin.tracker.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Person;
import org.termin.contract.words.Situation;
import org.termin.tracker.http.Bodies;
import org.termin.tracker.http.Fault;
import org.termin.tracker.http.ProblemKind;

/** The household as the pages' forms hold it: a country and up to twelve rows. */
public record HouseholdForm(String country, String ground, List<Row> rows) {
  private static final int AT_FIRST = 4;
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd.MM.uuuu");
  private static final DateTimeFormatter READ =
      DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

  /**
   * One document; {@code who} is a for adult or c for child and a number, and the rest of a
   * document already held travels along unseen.
   */
  public record Row(
      String who,
      String type,
      String day,
      boolean expired,
      boolean gone,
      String number,
      String state,
      String on,
      String sign,
      String was) {

    boolean used() {
      return !gone && (!day.isBlank() || !number.isBlank());
    }

    /** Another day means the successor is in hand: what was said of the old one is over. */
    boolean isNewDocument() {
      return !number.isBlank() && !iso(day).equals(iso(was));
    }

    @Override
    public String toString() {
      return "Row";
    }
  }

  static HouseholdForm of(Map<String, String> form) {
    List<Row> rows = new ArrayList<>();
    int count = 0;
    while (count < Situation.MOST && form.containsKey("day" + count)) {
      count++;
    }
    for (int i = 0; i < count; i++) {
      rows.add(
          new Row(
              text(form, "who" + i),
              text(form, "type" + i),
              text(form, "day" + i),
              form.containsKey("expired" + i),
              form.containsKey("gone" + i),
              text(form, "number" + i),
              text(form, "state" + i),
              text(form, "on" + i),
              text(form, "sign" + i),
              text(form, "was" + i)));
    }
    return new HouseholdForm(text(form, "country"), text(form, "ground"), rows);
  }

  static HouseholdForm of(Situation situation) {
    List<Row> rows = new ArrayList<>();
    for (HeldDocument document : situation.documents()) {
      Person person = situation.person(document.person());
      LocalDate day = document.lastValidDay();
      String state = document.state().wire();
      int colon = state.indexOf(':');
      rows.add(
          new Row(
              (person.child() ? "c" : "a") + PlanCards.ordinal(situation, person.number()),
              document.type().wire(),
              day == null ? "" : SHOWN.format(day),
              false,
              false,
              Integer.toString(document.number()),
              colon < 0 ? state : state.substring(0, colon),
              document.state() instanceof DocumentState.Filed(LocalDate on)
                  ? on.toString()
                  : document.state() instanceof DocumentState.Lost(LocalDate on)
                      ? on.toString()
                      : "",
              person.sign() == null ? "" : person.sign().name().toLowerCase(Locale.ROOT),
              day == null ? "" : SHOWN.format(day)));
    }
    String ground = situation.ground() == null ? "" : situation.ground();
    return new HouseholdForm(situation.country().code(), ground, rows);
  }

  private static String text(Map<String, String> form, String name) {
    String value = form.getOrDefault(name, "").strip();
    return value.length() > 60 ? value.substring(0, 60) : value;
  }

  /** At least four rows, so that a passport and a permit of two people fit at once. */
  HouseholdForm withSpareRows(int more) {
    List<Row> all = new ArrayList<>(rows);
    int wanted = Math.min(Situation.MOST, Math.max(AT_FIRST, rows.size() + more));
    while (all.size() < wanted) {
      String type = all.size() % 2 == 0 ? "passport" : "residence-permit";
      String who = "a" + (all.size() / 2 + 1);
      all.add(new Row(who, type, "", false, false, "", "", "", "", ""));
    }
    return new HouseholdForm(country, ground, all);
  }

  HouseholdForm in(String otherCountry) {
    return new HouseholdForm(otherCountry, otherCountry.equals(country) ? ground : "", rows);
  }

  /** What REST would have been sent. */
  Bodies.Household body() {
    List<Bodies.PersonIn> people = new ArrayList<>();
    for (Map.Entry<String, List<Integer>> person : byPerson().entrySet()) {
      List<Bodies.DocumentIn> documents = person.getValue().stream().map(this::document).toList();
      people.add(
          new Bodies.PersonIn(
              person.getKey().startsWith("c"),
              blankToNull(rows.get(person.getValue().getFirst()).sign()),
              documents));
    }
    return new Bodies.Household(country, null, blankToNull(ground), people);
  }

  private Bodies.DocumentIn document(int index) {
    Row row = rows.get(index);
    return new Bodies.DocumentIn(
        row.number().matches("[0-9]{1,3}") ? Integer.valueOf(row.number()) : null,
        row.type(),
        iso(row.day()),
        row.expired(),
        row.isNewDocument() ? null : blankToNull(row.state()),
        row.isNewDocument() ? null : blankToNull(row.on()));
  }

  private Map<String, List<Integer>> byPerson() {
    Map<String, List<Integer>> people = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).used()) {
        String who = rows.get(i).who().matches("[ac][0-9]{1,2}") ? rows.get(i).who() : "a1";
        people.computeIfAbsent(who, _ -> new ArrayList<>()).add(i);
      }
    }
    return people;
  }

  /** Which field of which row a fault belongs to: {@code day3} to what is wrong with it. */
  Map<String, ProblemKind> marks(List<Fault> faults) {
    List<List<Integer>> people = List.copyOf(byPerson().values());
    Map<String, ProblemKind> marks = new LinkedHashMap<>();
    for (Fault fault : faults) {
      String[] steps = fault.pointer().split("/");
      if (steps.length > 4 && steps[1].equals("people") && steps[3].equals("documents")) {
        int row = people.get(Integer.parseInt(steps[2])).get(Integer.parseInt(steps[4]));
        String field = steps.length > 5 && steps[5].equals("type") ? "type" : "day";
        marks.putIfAbsent(field + row, fault.kind());
      } else {
        marks.putIfAbsent(steps.length > 1 ? steps[1] : "people", fault.kind());
      }
    }
    return marks;
  }

  /** Reads 14.03.2027, 14/3/2027, 14 03 2027 and 2027-03-14; what it cannot read it hands on. */
  static String iso(String typed) {
    if (typed.isBlank()) {
      return "";
    }
    String points = typed.strip().replaceAll("[\\s./-]+", ".");
    try {
      if (points.matches("\\d{4}\\.\\d{1,2}\\.\\d{1,2}")) {
        String[] parts = points.split("\\.");
        return LocalDate.parse(parts[2] + "." + parts[1] + "." + parts[0], READ).toString();
      }
      return LocalDate.parse(points, READ).toString();
    } catch (DateTimeException unreadable) {
      return "?";
    }
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }

  @Override
  public String toString() {
    return "HouseholdForm";
  }
}
