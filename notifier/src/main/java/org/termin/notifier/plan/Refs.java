package org.termin.notifier.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.ladder.StageNumber;
import org.termin.notifier.record.Person;

/** Every reference a person's rows may stand under; rows cannot be found without them. */
public final class Refs {
  /** The document number and version of what belongs to no document. */
  private static final int NO_DOCUMENT = 0;

  private static final int FIRST_LATER = 40;
  private static final int LAST_LATER = 49;

  private static final int[] STAGES =
      IntStream.concat(
              IntStream.concat(
                  IntStream.rangeClosed(StageNumber.PAPERS, StageNumber.GRACE_2),
                  IntStream.of(
                      StageNumber.START_MAIL,
                      StageNumber.SAFE_DAY_PASSED,
                      StageNumber.WINDOW_OPENED,
                      StageNumber.CONSEQUENCE_AGAIN,
                      StageNumber.ONE_WEEK_AGAIN,
                      StageNumber.LAST_CALL_AGAIN,
                      StageNumber.ERRANDS,
                      StageNumber.YOU_ARE_HERE)),
              IntStream.concat(
                  IntStream.rangeClosed(StageNumber.WAITING_FIRST, StageNumber.WAITING_LAST),
                  IntStream.concat(
                      IntStream.rangeClosed(FIRST_LATER, LAST_LATER),
                      IntStream.rangeClosed(
                          StageNumber.RULES_CHANGED, StageNumber.RULES_CHANGED_LAST))))
          .toArray();

  private Refs() {}

  /** Whether a row stands, once it is written, although no plan has a place for its stage. */
  public static boolean isStanding(Ref ref) {
    return ref.stage() == StageNumber.CONFIRMATION
        || ref.stage() == StageNumber.YOU_ARE_HERE
        || ref.stage() == StageNumber.WAVE_AHEAD
        || StageNumber.isRulesChanged(ref.stage());
  }

  /** Where such rows of a person's documents would be found. */
  public static List<Ref> standing(Person person) {
    List<Ref> refs = new ArrayList<>();
    refs.add(confirmation(person.id()));
    for (HeldDocument document : person.content().situation().documents()) {
      refs.add(about(person, document, StageNumber.YOU_ARE_HERE));
    }
    refs.addAll(ofNewRules(person));
    refs.addAll(WaveRefs.of(person));
    return refs;
  }

  /** Where it would stand that the rules changed. */
  static List<Ref> ofNewRules(Person person) {
    return person.content().situation().documents().stream()
        .flatMap(
            document ->
                IntStream.rangeClosed(StageNumber.RULES_CHANGED, StageNumber.RULES_CHANGED_LAST)
                    .mapToObj(stage -> about(person, document, stage)))
        .toList();
  }

  /** A stage of a document as it stands. */
  public static Ref about(Person person, HeldDocument document, int stage) {
    return new Ref(person.id(), document.number(), document.version(), stage);
  }

  /** The confirmation at sign-up. */
  public static Ref confirmation(UUID registration) {
    return new Ref(registration, NO_DOCUMENT, 1, StageNumber.CONFIRMATION);
  }

  /** What tells a person that the service winds down, for the wind-down of that number. */
  public static Ref closing(UUID registration, int number) {
    return new Ref(registration, NO_DOCUMENT, 1, StageNumber.closing(number));
  }

  /** What tells that it goes on after all. */
  public static Ref closingTakenBack(UUID registration, int number) {
    return new Ref(registration, NO_DOCUMENT, 1, StageNumber.closingTakenBack(number));
  }

  /** Whether a row is about the service, not about a plan. */
  public static boolean isOfTheService(Ref ref) {
    return StageNumber.isClosing(ref.stage()) || StageNumber.isClosingTakenBack(ref.stage());
  }

  /** All of a person's documents as they stand and as they stood before. */
  public static List<Ref> of(Person person) {
    List<Ref> refs = new ArrayList<>();
    refs.add(confirmation(person.id()));
    for (int number = 1; number <= StageNumber.CLOSINGS; number++) {
      refs.add(closing(person.id(), number));
      refs.add(closingTakenBack(person.id(), number));
    }
    refs.addAll(WaveRefs.of(person));
    for (HeldDocument document : person.content().situation().documents()) {
      add(refs, person.id(), document.number(), document.version());
      if (document.version() > 1) {
        add(refs, person.id(), document.number(), document.version() - 1);
      }
    }
    return refs;
  }

  private static void add(List<Ref> refs, UUID registration, int document, int version) {
    for (int stage : STAGES) {
      refs.add(new Ref(registration, document, version, stage));
    }
  }
}
