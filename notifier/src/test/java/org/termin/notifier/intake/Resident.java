package org.termin.notifier.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.termin.contract.sealed.Change;
import org.termin.contract.sealed.CommunityChange;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.ContactChange;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Consents;
import org.termin.contract.words.Situation;
import org.termin.notifier.Rooms;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.testkit.Samples;

/** Somebody who has signed up with one phone and typed its code. */
record Resident(Rooms rooms, ReceiptCode code, UUID id) {

  static Resident in(Rooms rooms, Situation situation) {
    rooms.outbox().clear();
    ReceiptCode code = ReceiptCode.random();
    UUID id = rooms.post(Samples.register(code, situation, Samples.polishPhone(1)));
    rooms.get(Intake.class).look(List.of(id));
    assertThat(rooms.say(new Confirm(id, code.proof(), 0, rooms.outbox().digits(id, 0))))
        .isEqualTo("DONE");
    return new Resident(rooms, code, id);
  }

  Person person() {
    return rooms.get(Records.class).open(id).here().orElseThrow();
  }

  PersonRecord content() {
    return person().content();
  }

  /** The answer to a change that keeps everything else. */
  String change(Situation situation, boolean waves, CommunityChange community) {
    PersonRecord now = content();
    return rooms.say(
        new Change(
            id,
            code.proof(),
            person().version(),
            situation,
            List.of(new ContactChange.Keep(0)),
            now.wording(),
            now.language(),
            now.zone(),
            new Consents(true, waves),
            community,
            now.codeWord()));
  }
}
