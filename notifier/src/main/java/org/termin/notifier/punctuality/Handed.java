package org.termin.notifier.punctuality;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.termin.contract.sealed.AttemptSeal.Contents;

/** On which days providers took what. */
final class Handed {
  private final Map<UUID, LocalDate> byRow = new HashMap<>();
  private final Map<UUID, NavigableSet<LocalDate>> byRegistration = new HashMap<>();

  void add(Contents contents, LocalDate day) {
    contents.reminders().forEach(row -> byRow.merge(row, day, (a, b) -> a.isBefore(b) ? a : b));
    byRegistration.computeIfAbsent(contents.registration(), _ -> new TreeSet<>()).add(day);
  }

  /** When that reminder was first taken. */
  Optional<LocalDate> row(UUID row) {
    return Optional.ofNullable(byRow.get(row));
  }

  /** When anything for that registration was taken on that day or later. */
  Optional<LocalDate> anything(UUID registration, LocalDate from) {
    NavigableSet<LocalDate> days = byRegistration.get(registration);
    return days == null ? Optional.empty() : Optional.ofNullable(days.ceiling(from));
  }
}
