package org.termin.tracker.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Person;
import org.termin.contract.words.Situation;
import org.termin.tracker.http.Bodies;

/**
 * One document in a form.
 *
 * @param who a for adult or c for child, and a number
 * @param expired that the day is over is no slip of the pen
 * @param gone nobody wants to hear of it any more
 * @param number the document's own where we know it; with it travel its state, the day of that, its
 *     person's sign and its day as it was
 */
public record DocumentRow(
    String who,
    String type,
    TypedDay day,
    boolean expired,
    boolean gone,
    String number,
    String state,
    String on,
    String sign,
    String was) {
  private static final int LONGEST = 60;

  /** A row to be filled in. */
  static DocumentRow empty(String who, DocumentType type) {
    return new DocumentRow(who, type.wire(), TypedDay.EMPTY, false, false, "", "", "", "", "");
  }

  /** The row of that number in a form that was sent. */
  static DocumentRow of(Map<String, String> form, int at) {
    return new DocumentRow(
        text(form, "who" + at),
        text(form, "type" + at),
        TypedDay.of(text(form, "day" + at), text(form, "month" + at), text(form, "year" + at)),
        form.containsKey("expired" + at),
        form.containsKey("gone" + at),
        text(form, "number" + at),
        text(form, "state" + at),
        text(form, "on" + at),
        text(form, "sign" + at),
        text(form, "was" + at));
  }

  /** A document we know. */
  static DocumentRow of(HeldDocument document, Situation situation) {
    Person person = situation.person(document.person());
    LocalDate day = document.lastValidDay();
    String[] state = document.state().wire().split(":", 2);
    return new DocumentRow(
        (person.child() ? "c" : "a") + PlanCards.ordinal(situation, person.number()),
        document.type().wire(),
        day == null ? TypedDay.EMPTY : TypedDay.of(day),
        false,
        false,
        Integer.toString(document.number()),
        state[0],
        switch (document.state()) {
          case DocumentState.Filed(LocalDate on) -> on.toString();
          case DocumentState.Lost(LocalDate on) -> on.toString();
          case DocumentState.Held() -> "";
          case DocumentState.Renewed() -> "";
        },
        person.sign() == null ? "" : person.sign().name().toLowerCase(Locale.ROOT),
        day == null ? "" : day.toString());
  }

  static String text(Map<String, String> form, String name) {
    String value = form.getOrDefault(name, "").strip();
    return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
  }

  boolean used() {
    return !gone && (!day.isEmpty() || !number.isEmpty());
  }

  /** Whose it is; what nobody can read is the first adult's. */
  String owner() {
    return who.matches("[ac][0-9]{1,2}") ? who : HouseholdForm.SELF;
  }

  boolean is(DocumentType kind) {
    return type.equals(kind.wire());
  }

  /** The key of the kind's name. */
  public String title() {
    return Arrays.stream(DocumentType.values())
        .filter(this::is)
        .findFirst()
        .map(kind -> "document." + kind)
        .orElse("documents.type");
  }

  /** What REST would have been sent. */
  Bodies.DocumentIn body() {
    return new Bodies.DocumentIn(
        number.matches("[0-9]{1,3}") ? Integer.valueOf(number) : null,
        type,
        day.iso(),
        expired,
        isSuccessor() ? null : blankToNull(state),
        isSuccessor() ? null : blankToNull(on));
  }

  /** Another day means the successor is in hand: what was said of the old one is over. */
  private boolean isSuccessor() {
    return !number.isEmpty() && !day.iso().equals(was);
  }

  static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }

  @Override
  public String toString() {
    return "DocumentRow";
  }
}
