package org.termin.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.ReminderState;
import org.termin.guidance.ladder.StageNumber;

/**
 * Which of a person's rows one message tells today: of each document only the latest due stage.
 * What it makes superfluous, and what came too late, ends with it.
 *
 * @param told most urgent first
 * @param ended rows that end now, and how
 */
record Selection(List<Due> told, Map<UUID, ReminderState> ended) {

  private static final Duration WEEK = Duration.ofDays(7);

  /** Later is more recent advice; only the mail beside the first text never replaces that text. */
  private static final Comparator<Due> RECENT =
      Comparator.<Due>comparingInt(due -> due.stage() == StageNumber.START_MAIL ? 0 : 1)
          .thenComparing(due -> due.row().dueAt())
          .thenComparing(due -> due.row().id());

  /** What is due by the end of today. */
  static Selection due(Collection<Due> rows, Set<UUID> woken, Instant endOfToday, Instant now) {
    return of(
        rows, now, due -> woken.contains(due.row().id()) || due.row().dueAt().isBefore(endOfToday));
  }

  /**
   * The same with the texts of the coming week, which the weekly cap would only put off, of
   * documents that have nothing to tell today.
   */
  static Selection withComingWeek(
      Collection<Due> rows, Set<UUID> woken, Instant endOfToday, Instant now) {
    Instant week = now.plus(WEEK);
    Set<Integer> speaking =
        rows.stream()
            .filter(due -> due.row().state().isUnsent())
            .filter(due -> woken.contains(due.row().id()) || due.row().dueAt().isBefore(endOfToday))
            .map(due -> due.row().ref().document())
            .collect(Collectors.toSet());
    return of(
        rows,
        now,
        due ->
            woken.contains(due.row().id())
                || due.row().dueAt().isBefore(endOfToday)
                || due.mayComeEarly()
                    && !due.row().dueAt().isAfter(week)
                    && !speaking.contains(due.row().ref().document()));
  }

  /**
   * The end of the service is told alone, as it takes all the room there is; what cannot wait a
   * week goes first, and the end a day later. To somebody who paused nothing else goes.
   */
  Selection apart(RecordState state) {
    List<Due> service = told.stream().filter(Due::ofTheService).toList();
    if (service.isEmpty() || service.size() == told.size()) {
      return this;
    }
    boolean pressing =
        state == RecordState.ACTIVE
            && told.stream()
                .anyMatch(due -> !due.ofTheService() && (due.uncapped() || due.confirmation()));
    List<Due> now = pressing ? told.stream().filter(due -> !due.ofTheService()).toList() : service;
    return new Selection(now, pressing ? ended : Map.of());
  }

  private static Selection of(
      Collection<Due> rows, Instant now, java.util.function.Predicate<Due> chosen) {
    Map<Integer, List<Due>> byDocument = new HashMap<>();
    rows.forEach(due -> byDocument.computeIfAbsent(ladder(due), _ -> new ArrayList<>()).add(due));
    List<Due> told = new ArrayList<>();
    Map<UUID, ReminderState> ended = new HashMap<>();
    byDocument.values().forEach(ladder -> choose(ladder, now, chosen, told, ended));
    told.sort(Urgency.FIRST);
    return new Selection(List.copyOf(told), Map.copyOf(ended));
  }

  /** A document's; what is about none has one of its own for each thing it says. */
  private static int ladder(Due due) {
    return due.ofTheService() || due.ofWave() ? -due.stage() : due.row().ref().document();
  }

  /** A last call names the new day too, and more urgently than the news that it is another one. */
  private static @Nullable Due latest(List<Due> fresh) {
    Due latest = fresh.stream().max(RECENT).orElse(null);
    return latest != null && StageNumber.isRulesChanged(latest.stage())
        ? fresh.stream().filter(Due::isLastCall).max(RECENT).orElse(latest)
        : latest;
  }

  private static void choose(
      List<Due> ladder,
      Instant now,
      java.util.function.Predicate<Due> chosen,
      List<Due> told,
      Map<UUID, ReminderState> ended) {
    List<Due> open =
        ladder.stream().filter(due -> due.row().state().isUnsent()).filter(chosen).toList();
    List<Due> fresh = open.stream().filter(due -> now.isBefore(due.row().notAfter())).toList();
    Due latest = latest(fresh);
    // by its day alone: the mail beside the first text comes after that text and is still news
    boolean overtaken =
        latest != null
            && ladder.stream()
                .anyMatch(
                    due -> due.row().told() && due.row().dueAt().isAfter(latest.row().dueAt()));
    for (Due due : open) {
      boolean takenOver =
          latest != null
              || ladder.stream()
                  .anyMatch(other -> other.row().told() && RECENT.compare(other, due) > 0);
      if (due != latest || overtaken) {
        ended.put(
            due.row().id(), takenOver ? ReminderState.SUPERSEDED : ReminderState.EXPIRED_UNSENT);
      }
    }
    if (latest != null && !overtaken) {
      told.add(latest);
    }
  }
}
