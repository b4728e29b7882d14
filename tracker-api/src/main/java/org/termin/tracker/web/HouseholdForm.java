package org.termin.tracker.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.Situation;
import org.termin.tracker.http.Bodies;
import org.termin.tracker.http.Fault;
import org.termin.tracker.http.ProblemKind;

/** The household as the pages' forms hold it: a country, and for each person some documents. */
public record HouseholdForm(String country, String ground, List<DocumentRow> rows) {
  /** The person who fills in the form. */
  static final String SELF = "a1";

  /** Room for every kind of document of as many people as there may be. */
  private static final int MOST_ROWS = Situation.MOST * DocumentType.values().length;

  static HouseholdForm of(Map<String, String> form) {
    List<DocumentRow> rows = new ArrayList<>();
    for (int at = 0; at < MOST_ROWS && form.containsKey("day" + at); at++) {
      rows.add(DocumentRow.of(form, at));
    }
    return new HouseholdForm(
        DocumentRow.text(form, "country"), DocumentRow.text(form, "ground"), rows);
  }

  static HouseholdForm of(Situation situation) {
    String ground = situation.ground();
    return new HouseholdForm(
        situation.country().code(),
        ground == null ? "" : ground,
        situation.documents().stream()
            .map(document -> DocumentRow.of(document, situation))
            .toList());
  }

  /** A person with the rows of their documents, which keep their place in the form. */
  public record Holder(String who, boolean child, int ordinal, List<Placed> rows) {
    @Override
    public String toString() {
      return "Holder";
    }
  }

  /** A row and its place. */
  public record Placed(int at, DocumentRow row) {
    /** Few have one: it is shown on demand. */
    public boolean rare() {
      return row.is(DocumentType.TRAVEL_DOCUMENT) && !row.used();
    }

    @Override
    public String toString() {
      return "Placed";
    }
  }

  /** The people, in the order in which they were entered. */
  public List<Holder> people() {
    Map<String, List<Placed>> people = new LinkedHashMap<>();
    for (int at = 0; at < rows.size(); at++) {
      people
          .computeIfAbsent(rows.get(at).owner(), _ -> new ArrayList<>())
          .add(new Placed(at, rows.get(at)));
    }
    return people.entrySet().stream()
        .map(
            one ->
                new Holder(
                    one.getKey(),
                    one.getKey().startsWith("c"),
                    Integer.parseInt(one.getKey().substring(1)),
                    one.getValue()))
        .toList();
  }

  /** The rows that hold something; they travel in the forms that follow. */
  public List<DocumentRow> used() {
    return rows.stream().filter(DocumentRow::used).toList();
  }

  public boolean mayGrow() {
    return people().size() < Situation.MOST;
  }

  /** Everybody with a row for every kind of document; whoever fills in the form at least. */
  HouseholdForm complete() {
    List<DocumentRow> all = new ArrayList<>();
    List<Holder> people = people();
    for (Holder holder : people) {
      List<DocumentRow> held = holder.rows().stream().map(Placed::row).toList();
      for (DocumentType type : DocumentType.values()) {
        List<DocumentRow> of = held.stream().filter(row -> row.is(type)).toList();
        all.addAll(of.isEmpty() ? List.of(DocumentRow.empty(holder.who(), type)) : of);
      }
      held.stream()
          .filter(row -> Arrays.stream(DocumentType.values()).noneMatch(row::is))
          .forEach(all::add);
    }
    return people.isEmpty() ? new HouseholdForm(country, ground, all).with(SELF) : with(all);
  }

  /** One more adult or child. */
  HouseholdForm with(boolean child) {
    String kind = child ? "c" : "a";
    int last =
        people().stream()
            .filter(one -> one.child() == child)
            .mapToInt(Holder::ordinal)
            .max()
            .orElse(0);
    return mayGrow() ? with(kind + (last + 1)) : this;
  }

  private HouseholdForm with(String who) {
    List<DocumentRow> all = new ArrayList<>(rows);
    for (DocumentType type : DocumentType.values()) {
      all.add(DocumentRow.empty(who, type));
    }
    return with(all);
  }

  private HouseholdForm with(List<DocumentRow> all) {
    return new HouseholdForm(country, ground, List.copyOf(all));
  }

  HouseholdForm in(String otherCountry) {
    return new HouseholdForm(otherCountry, otherCountry.equals(country) ? ground : "", rows);
  }

  /** What REST would have been sent. */
  Bodies.Household body() {
    List<Bodies.PersonIn> people = new ArrayList<>();
    for (List<Placed> held : held()) {
      people.add(
          new Bodies.PersonIn(
              held.getFirst().row().owner().startsWith("c"),
              sign(held),
              held.stream().map(placed -> placed.row().body()).toList()));
    }
    return new Bodies.Household(country, null, DocumentRow.blankToNull(ground), people);
  }

  /** It stands in the rows of documents we know; new ones come without it. */
  private static @Nullable String sign(List<Placed> held) {
    return held.stream()
        .map(placed -> placed.row().sign())
        .filter(sign -> !sign.isBlank())
        .findFirst()
        .orElse(null);
  }

  private List<List<Placed>> held() {
    return people().stream()
        .map(one -> one.rows().stream().filter(placed -> placed.row().used()).toList())
        .filter(held -> !held.isEmpty())
        .toList();
  }

  /** Which field of which row a fault belongs to: {@code day3} to what is wrong with it. */
  Map<String, ProblemKind> marks(List<Fault> faults) {
    List<List<Placed>> people = held();
    Map<String, ProblemKind> marks = new LinkedHashMap<>();
    for (Fault fault : faults) {
      String[] steps = fault.pointer().split("/");
      if (steps.length > 4 && steps[1].equals("people") && steps[3].equals("documents")) {
        List<Placed> held = people.get(Integer.parseInt(steps[2]));
        marks.putIfAbsent("day" + held.get(Integer.parseInt(steps[4])).at(), fault.kind());
      } else {
        marks.putIfAbsent(steps.length > 1 ? steps[1] : "people", fault.kind());
      }
    }
    return marks;
  }

  @Override
  public String toString() {
    return "HouseholdForm";
  }
}
