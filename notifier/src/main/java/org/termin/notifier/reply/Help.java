package org.termin.notifier.reply;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.words.ContactState;
import org.termin.guidance.text.Note;
import org.termin.notifier.record.Person;

/** What somebody hears whose answer could not be acted on. */
@Component
class Help {

  private final Whose whose;
  private final Echo echo;

  Help(Whose whose, Echo echo) {
    this.whose = whose;
    this.echo = echo;
  }

  /** Nobody could read the answer, or there is nothing it could be about. */
  void notUnderstood(Map<Person, List<ContactSlot>> all, Instant now) {
    explain(all, new Note.NotUnderstood(), now);
  }

  /** There is nothing to take back. */
  void nothingToUndo(Map<Person, List<ContactSlot>> all, Instant now) {
    explain(all, new Note.NothingToUndo(), now);
  }

  /** In the language of whoever was written to last; never to a contact that may not be written. */
  private void explain(Map<Person, List<ContactSlot>> all, Note note, Instant now) {
    whose
        .latest(all, now)
        .filter(told -> told.slot().state() == ContactState.CONFIRMED)
        .map(told -> Map.entry(told.person(), told.slot()))
        .or(() -> anyConfirmed(all))
        .ifPresent(one -> echo.explain(one.getKey(), one.getValue(), note, now));
  }

  private static Optional<Map.Entry<Person, ContactSlot>> anyConfirmed(
      Map<Person, List<ContactSlot>> all) {
    return all.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .filter(slot -> slot.state() == ContactState.CONFIRMED)
                    .map(slot -> Map.entry(entry.getKey(), slot)))
        .findFirst();
  }
}
