package org.termin.tracker.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.PersonView;
import org.termin.contract.words.Channel;
import org.termin.contract.words.ContactState;
import org.termin.guidance.ladder.Stage;
import org.termin.guidance.plan.SlotPlan;

/**
 * The reminders somebody gets: with these contacts, and none too soon after the sign-up.
 *
 * @param registered none: somebody who has not signed up, and may give both contacts
 */
record Ahead(boolean phone, boolean mail, @Nullable LocalDate registered) {
  static final Ahead ANYBODY = new Ahead(true, true, null);

  /** As the notifier counts contacts: those whose code came back once. */
  static Ahead of(PersonView view) {
    return new Ahead(has(view, Channel.SMS), has(view, Channel.EMAIL), view.registered());
  }

  private static boolean has(PersonView view, Channel channel) {
    return view.contacts().stream()
        .anyMatch(
            contact -> contact.channel() == channel && contact.state() != ContactState.AWAITING);
  }

  /** All stages of a document, past ones too. */
  List<Stage> of(SlotPlan slot) {
    return slot.stagesFor(phone, mail).stream().filter(stage -> !isQuiet(stage)).toList();
  }

  private boolean isQuiet(Stage stage) {
    int days = stage.quietAfterSignUp();
    return registered != null && days > 0 && stage.on().isBefore(registered.plusDays(days));
  }
}
