package org.termin.tracker.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;
import org.termin.tracker.http.Bodies.DocumentIn;
import org.termin.tracker.http.Bodies.PersonIn;

/** Documents 1 and 2 are person 1's, 3 is person 2's, 4 is person 3's. */
class PersonNumbersTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate LAST = LocalDate.of(2028, 3, 1);
  private static final Situation BEFORE =
      new Situation(
          new Country("PL"), null, null, List.of(held(1, 1), held(2, 1), held(3, 2), held(4, 3)));

  private static HeldDocument held(int number, int person) {
    return new HeldDocument(number, 1, person, DocumentType.PASSPORT, LAST, DocumentState.HELD);
  }

  private static PersonIn person(Integer... documents) {
    return new PersonIn(
        null,
        null,
        Arrays.stream(documents)
            .map(
                number ->
                    new DocumentIn(
                        number == 0 ? null : number, "passport", LAST.toString(), null, null, null))
            .toList());
  }

  /** The person of each document, in the order in which they were written. */
  private static List<Integer> read(PersonIn... people) {
    Faults faults = new Faults();
    Situation read =
        new HouseholdReader(new Guidance(1, Map.of()), TODAY, BEFORE, 5, faults)
            .read(new Bodies.Household("PL", null, null, List.of(people)), "");
    assertThat(faults.all()).isEmpty();
    assertThat(read).isNotNull();
    return read.documents().stream().map(HeldDocument::person).toList();
  }

  @Test
  void whoeverIsLeftKeepsTheirNumber() {
    assertThat(read(person(3), person(4))).containsExactly(2, 3);
    assertThat(read(person(1, 2), person(4))).containsExactly(1, 1, 3);
    assertThat(read(person(4))).containsExactly(3);
  }

  @Test
  void whoeverIsNewComesAfterThoseBeforeThem() {
    assertThat(read(person(1), person(3), person(4), person(0))).containsExactly(1, 2, 3, 4);
    assertThat(read(person(3), person(4), person(0))).containsExactly(2, 3, 4);
    assertThat(read(person(1), person(0), person(4))).containsExactly(1, 2, 3);
    assertThat(read(person(0), person(3))).containsExactly(1, 2);
    assertThat(read(person(0), person(1))).containsExactly(2, 1);
  }

  @Test
  void theOrderInWhichPeopleAreWrittenChangesNobody() {
    assertThat(read(person(4), person(3), person(2, 1))).containsExactly(3, 2, 1, 1);
  }

  @Test
  void aPersonPartedIsOneKnownAndOneNew() {
    assertThat(read(person(1), person(2), person(3))).containsExactly(1, 3, 2);
    assertThat(read(person(1, 3), person(4))).containsExactly(1, 1, 3);
  }

  @Test
  void asManyPeopleAsThereMayBeFindANumber() {
    List<PersonIn> people = new ArrayList<>(List.of(person(4)));
    IntStream.range(1, Situation.MOST).forEach(_ -> people.add(person(0)));
    assertThat(read(people.toArray(PersonIn[]::new)))
        .startsWith(3, 4, 5)
        .doesNotHaveDuplicates()
        .allMatch(number -> number >= 1 && number <= Situation.MOST);
  }

  @Test
  void theChildAndTheSignStayWithTheirPerson() {
    Faults faults = new Faults();
    PersonIn child = new PersonIn(true, null, person(4).documents());
    Situation read =
        new HouseholdReader(new Guidance(1, Map.of()), TODAY, BEFORE, 5, faults)
            .read(new Bodies.Household("PL", null, null, List.of(child)), "");
    assertThat(read).isNotNull();
    assertThat(read.person(3).child()).isTrue();
    assertThat(read.people()).hasSize(1);
  }
}
