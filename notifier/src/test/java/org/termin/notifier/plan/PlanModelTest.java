package org.termin.notifier.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.ReminderState;
import org.termin.guidance.plan.Planner;
import org.termin.notifier.plan.Ledger.Standing;
import org.termin.notifier.plan.Model.Doc;
import org.termin.notifier.plan.Model.Jitter;
import org.termin.notifier.plan.Model.Stage;
import org.termin.notifier.plan.Worlds.World;
import org.termin.notifier.record.Person;
import org.termin.testkit.Figures;

/**
 * R12: the plan is a pure function. Random people and rules are planned by planner, timetable and
 * {@link Replan}, and once more by {@link Model}: the same rows on the same days; planning again
 * adds none; an edited document takes exactly the unsent rows of its old version away.
 */
class PlanModelTest {

  private static final LedgerKeys KEYS = LedgerKeys.of(new byte[32]);
  private static final int YOU_ARE_HERE = 60;

  private long rowsSeen;
  private long replans;
  private long superseded;

  /** A row of the ledger, in memory. */
  private record Line(UUID id, Instant dueAt, Instant notAfter, int lane, ReminderState state) {

    static Line planned(UUID id, Reason reason) {
      return new Line(id, reason.dueAt(), reason.notAfter(), reason.lane(), ReminderState.PLANNED);
    }

    boolean isUnsent() {
      return state == ReminderState.PLANNED;
    }

    Line in(ReminderState changed) {
      return new Line(id, dueAt, notAfter, lane, changed);
    }
  }

  private final class Memory {
    final Map<Ref, Line> lines = new HashMap<>();

    /** What the ledger's statements do: insert, or move what is unsent; end what is unsent. */
    void plan(World world, Person person, Instant now) {
      Map<Ref, Standing> standing =
          lines.entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey,
                      entry ->
                          new Standing(
                              entry.getValue().id, entry.getKey(), entry.getValue().state)));
      var plan =
          Planner.plan(
              person.content().situation(), Worlds.guidance(world), Timetable.today(person, now));
      Replan changes =
          Replan.of(KEYS, person, plan, standing, now, Replan.Past.TOLD_ONCE, Replan.News.NONE);
      for (Standing gone : changes.gone()) {
        lines.computeIfPresent(
            gone.ref(), (_, line) -> line.isUnsent() ? line.in(ReminderState.SUPERSEDED) : line);
      }
      for (Reason reason : changes.put()) {
        lines.merge(
            reason.ref(),
            Line.planned(UUID.randomUUID(), reason),
            (old, young) -> old.isUnsent() ? Line.planned(old.id, reason) : old);
      }
    }

    /** Time passes: what was due has been told. */
    void tellUntil(Instant now) {
      lines.replaceAll(
          (_, line) ->
              line.isUnsent() && !line.dueAt.isAfter(now) ? line.in(ReminderState.ACCEPTED) : line);
    }

    /** Rows by document, version and stage, in the words of the model. */
    Map<String, String> rows() {
      return names(lines);
    }
  }

  private static String name(Ref ref) {
    return "%d/%d/%02d".formatted(ref.document(), ref.documentVersion(), ref.stage());
  }

  private static String words(Line line) {
    return words(
        line.state,
        LocalDate.ofInstant(line.dueAt, ZoneOffset.UTC),
        LocalDate.ofInstant(line.notAfter.minusNanos(1), ZoneOffset.UTC),
        line.lane);
  }

  private static String words(ReminderState state, LocalDate due, LocalDate last, int lane) {
    return "%s due %s, until the end of %s, lane %d".formatted(state, due, last, lane);
  }

  @Example
  void theLedgerIsWhatTheModelSays() {
    long seed = Figures.seed("plan model");
    int tries = Figures.size("plans", 2_000, 1_000_000);
    RandomGenerator<World> worlds = Worlds.all().generator(1000, false);
    Random random = new Random(seed);
    String found = null;
    int done = 0;
    for (; done < tries && found == null; done++) {
      Shrinkable<World> world = worlds.next(random);
      found = complaint(world.value()).map(_ -> smallest(world)).orElse(null);
    }
    Figures.record(
        "R12",
        "plans against an independent model",
        seed,
        "mvn verify -Preliability -pl notifier -am -Dtest=PlanModelTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false",
        "%,d cases, %,d rows compared, %,d plans made again added no row, %,d rows superseded by edits"
            .formatted(done, rowsSeen, replans, superseded),
        found == null);
    assertThat(found).isNull();
    assertThat(rowsSeen).isGreaterThan(done);
    assertThat(superseded).isPositive();
  }

  private String smallest(Shrinkable<World> first) {
    Shrinkable<World> smallest = first;
    for (int steps = 0; steps < 500; steps++) {
      Optional<Shrinkable<World>> smaller =
          smallest.shrink().filter(one -> complaint(one.value()).isPresent()).findFirst();
      if (smaller.isEmpty()) {
        break;
      }
      smallest = smaller.get();
    }
    return smallest.value() + "\n" + complaint(smallest.value()).orElse("");
  }

  /** What is wrong with one world, if anything. */
  private Optional<String> complaint(World world) {
    Memory memory = new Memory();
    Person person = Worlds.person(world);
    memory.plan(world, person, world.now());
    rowsSeen += memory.lines.size();
    Map<String, String> expected = new TreeMap<>();
    world
        .someone()
        .docs()
        .forEach(doc -> expected.putAll(firstPlan(world, doc, world.today(), memory)));
    Optional<String> first = difference("first plan", expected, memory.rows());
    if (first.isPresent()) {
      return first;
    }
    Optional<String> minutes = outsideTheBand(world, memory);
    if (minutes.isPresent()) {
      return minutes;
    }

    LocalDate last = world.today();
    for (int days : world.later()) {
      last = world.today().plusDays(days);
      memory.tellUntil(Worlds.at(last));
      Map<Ref, Line> before = Map.copyOf(memory.lines);
      memory.plan(world, person, Worlds.at(last));
      replans++;
      if (!memory.lines.equals(before)) {
        return difference("plan made again on " + last, names(before), names(memory.lines))
            .or(() -> Optional.of("rows moved"));
      }
    }
    return edited(world, memory, last);
  }

  private Optional<String> edited(World world, Memory memory, LocalDate on) {
    World after = world.edited(on);
    Doc changed =
        after.someone().docs().stream().filter(doc -> doc.version() > 1).findFirst().orElseThrow();
    Map<Ref, Line> before = Map.copyOf(memory.lines);
    memory.plan(after, Worlds.person(after), Worlds.at(on));

    Map<String, String> expected = new TreeMap<>();
    before.forEach(
        (ref, line) -> {
          boolean old = ref.document() == changed.number();
          if (old && line.isUnsent()) {
            superseded++;
          }
          expected.put(
              name(ref),
              old && line.isUnsent() ? words(line.in(ReminderState.SUPERSEDED)) : words(line));
        });
    expected.putAll(firstPlan(after, changed, on, memory));
    // a document whose dates or secret days hang on the edited one is moved with it
    boolean otherDays = !Worlds.secretDays(KEYS, world).equals(Worlds.secretDays(KEYS, after));
    after.someone().docs().stream()
        .filter(doc -> doc.number() != changed.number())
        .filter(doc -> otherDays || after.of(doc).needsPassport())
        .forEach(doc -> moved(after, doc, on, before, expected));
    return difference("edited on " + on, expected, memory.rows());
  }

  /** The rows of a document version nobody has planned yet. */
  private static Map<String, String> firstPlan(
      World world, Doc doc, LocalDate today, Memory memory) {
    Jitter jitter = Worlds.secretDays(KEYS, world);
    Map<String, String> rows = new TreeMap<>();
    List<Stage> stages = Model.stages(world.someone(), doc, world.of(doc));
    for (Stage stage : stages) {
      if (!stage.due(jitter).isBefore(today)
          && !stage.lastDay(jitter).isBefore(stage.due(jitter))) {
        rows.put(name(doc, stage.number()), words(stage, jitter));
      }
    }
    if (doc.isHeld()) {
      stages.stream()
          .filter(stage -> stage.due(jitter).isBefore(today))
          .map(past -> youAreHere(doc, stages, today, jitter, memory))
          .findFirst()
          .ifPresent(row -> rows.put(name(doc, YOU_ARE_HERE), row));
    }
    return rows;
  }

  /** Due today, since the plan is made before the band; stale when the next stage is due. */
  private static @Nullable String youAreHere(
      Doc doc, List<Stage> stages, LocalDate today, Jitter jitter, Memory memory) {
    Ref ref =
        new Ref(
            UUID.fromString("11111111-2222-4333-8444-555555555555"),
            doc.number(),
            doc.version(),
            YOU_ARE_HERE);
    Line line = memory.lines.get(ref);
    Stage latest =
        stages.stream()
            .filter(stage -> stage.due(jitter).isBefore(today))
            .max(Comparator.comparing((Stage stage) -> stage.due(jitter)))
            .orElseThrow();
    if (line == null) {
      return "you are here is missing";
    }
    // a stage of the same day comes before or after it: minutes are random
    Set<LocalDate> days =
        stages.stream()
            .map(stage -> stage.due(jitter))
            .filter(due -> !due.isBefore(today))
            .collect(Collectors.toSet());
    Set<LocalDate> allowed = new HashSet<>();
    allowed.add(
        days.stream()
            .filter(day -> day.isAfter(today))
            .min(Comparator.naturalOrder())
            .orElse(today.plusDays(30)));
    if (days.contains(today)) {
      allowed.add(today);
    }
    LocalDate stale = LocalDate.ofInstant(line.notAfter.minusNanos(1), ZoneOffset.UTC);
    boolean sameDay =
        stages.stream().filter(stage -> stage.due(jitter).equals(latest.due(jitter))).count() > 1;
    int lane = sameDay ? line.lane : latest.action().isAfter(today.plusDays(7)) ? 1 : 0;
    return words(line.state, today, allowed.contains(stale) ? stale : LocalDate.MIN, lane);
  }

  /** Unsent rows go to their new days, or end; stages that are new and to come are added. */
  private static void moved(
      World world, Doc doc, LocalDate on, Map<Ref, Line> before, Map<String, String> expected) {
    Jitter jitter = Worlds.secretDays(KEYS, world);
    Map<Integer, Stage> stages =
        Model.stages(world.someone(), doc, world.of(doc)).stream()
            .collect(Collectors.toMap(Stage::number, stage -> stage));
    before.forEach(
        (ref, line) -> {
          if (ref.document() != doc.number() || !line.isUnsent()) {
            return;
          }
          Stage stage = stages.get(ref.stage());
          if (stage != null) {
            expected.put(name(ref), words(stage, jitter));
          } else if (ref.stage() != YOU_ARE_HERE) {
            expected.put(name(ref), words(line.in(ReminderState.SUPERSEDED)));
          }
        });
    boolean planned = before.keySet().stream().anyMatch(ref -> ref.document() == doc.number());
    for (Stage stage : stages.values()) {
      boolean known = expected.containsKey(name(doc, stage.number()));
      if (planned
          && !known
          && !stage.due(jitter).isBefore(on)
          && !stage.lastDay(jitter).isBefore(stage.due(jitter))) {
        expected.put(name(doc, stage.number()), words(stage, jitter));
      }
    }
  }

  private static String words(Stage stage, Jitter jitter) {
    return words(ReminderState.PLANNED, stage.due(jitter), stage.lastDay(jitter), stage.lane());
  }

  private static String name(Doc doc, int stage) {
    return "%d/%d/%02d".formatted(doc.number(), doc.version(), stage);
  }

  private static Optional<String> outsideTheBand(World world, Memory memory) {
    LocalTime opens = world.west() ? LocalTime.of(19, 0) : LocalTime.of(10, 0);
    LocalTime closes = world.west() ? LocalTime.of(22, 0) : LocalTime.of(15, 0);
    return memory.lines.values().stream()
        .map(line -> LocalTime.ofInstant(line.dueAt, ZoneOffset.UTC))
        .filter(time -> time.isBefore(opens) || !time.isBefore(closes))
        .map(time -> "due at " + time)
        .findFirst();
  }

  private static Map<String, String> names(Map<Ref, Line> lines) {
    Map<String, String> names = new TreeMap<>();
    lines.forEach((ref, line) -> names.put(name(ref), words(line)));
    return names;
  }

  private static Optional<String> difference(
      String when, Map<String, String> expected, Map<String, String> found) {
    if (expected.equals(found)) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder(when);
    expected.forEach(
        (name, words) -> {
          if (!words.equals(found.get(name))) {
            text.append("\n  ")
                .append(name)
                .append(" model: ")
                .append(words)
                .append("\n           plan:  ")
                .append(found.get(name));
          }
        });
    found.forEach(
        (name, words) -> {
          if (!expected.containsKey(name)) {
            text.append("\n  ").append(name).append(" only the plan: ").append(words);
          }
        });
    return Optional.of(text.toString());
  }
}
