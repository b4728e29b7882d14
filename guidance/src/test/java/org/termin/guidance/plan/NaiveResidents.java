package org.termin.guidance.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.rule.GroundQuestion;
import org.termin.guidance.rule.Pack;

/** Random households of one or two people, with what they hold in any state. */
record NaiveResidents(Random random) {

  /** Before, after and often about the days on which the routes themselves end. */
  LocalDate today(Pack pack) {
    List<LocalDate> ends =
        pack.routes().stream()
            .flatMap(route -> Stream.ofNullable(route.claim().validUntil()))
            .toList();
    return !ends.isEmpty() && oneIn(10)
        ? ends.get(random.nextInt(ends.size())).minusDays(2).plusDays(random.nextInt(5))
        : LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1_000));
  }

  Situation of(Pack pack, LocalDate today) {
    List<HeldDocument> held = new ArrayList<>();
    int number = 1 + random.nextInt(4);
    while (held.size() < number) {
      int person = oneIn(4) ? 2 : 1;
      DocumentType type = DocumentType.values()[random.nextInt(3)];
      boolean repeated =
          held.stream().anyMatch(other -> other.person() == person && other.type() == type);
      if (!repeated || oneIn(10)) {
        held.add(
            new HeldDocument(held.size() + 1, 1, person, type, end(held, today), state(today)));
      }
    }
    return new Situation(pack.country(), null, ground(pack), held);
  }

  /** Often not long before or after another, where the documents are in each other's way. */
  private @Nullable LocalDate end(List<HeldDocument> held, LocalDate today) {
    if (oneIn(50)) {
      return null;
    }
    LocalDate near = held.isEmpty() ? null : held.getLast().lastValidDay();
    LocalDate end =
        switch (random.nextInt(4)) {
          case 0 -> today.minusDays(120).plusDays(random.nextInt(300));
          case 1 -> (near == null ? today : near).minusDays(150).plusDays(random.nextInt(300));
          default -> today.minusDays(60).plusDays(random.nextInt(1_500));
        };
    // no two end on the same day: which of them would be the longer one is nobody's question
    return held.stream().anyMatch(other -> end.equals(other.lastValidDay()))
        ? end(held, today)
        : end;
  }

  private DocumentState state(LocalDate today) {
    LocalDate on = today.minusDays(random.nextInt(200));
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> new DocumentState.Filed(on);
      case 3 -> DocumentState.RENEWED;
      case 4 -> new DocumentState.Lost(on);
      default -> DocumentState.HELD;
    };
  }

  private @Nullable String ground(Pack pack) {
    GroundQuestion question = pack.question();
    if (question == null || oneIn(6)) {
      return null;
    }
    List<GroundQuestion.Ground> answers = question.answers();
    return answers.get(random.nextInt(answers.size())).id();
  }

  private boolean oneIn(int number) {
    return random.nextInt(number) == 0;
  }

  static String describe(Situation situation) {
    return situation.ground()
        + situation.documents().stream()
            .map(
                held ->
                    " %d:%s %s %s"
                        .formatted(
                            held.person(), held.type(), held.lastValidDay(), held.state().wire()))
            .collect(Collectors.joining());
  }
}
