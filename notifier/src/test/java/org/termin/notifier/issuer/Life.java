package org.termin.notifier.issuer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.Act;
import org.termin.contract.sealed.Change;
import org.termin.contract.sealed.CommunityChange;
import org.termin.contract.sealed.ContactChange;
import org.termin.contract.sealed.Message;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.words.Action;
import org.termin.contract.words.Situation;
import org.termin.notifier.Rooms;
import org.termin.notifier.issuer.Residents.Resident;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;

/** What people do between two disks: erase, file, move to another country. */
final class Life {
  enum Kind {
    ERASED,
    FILED,
    MOVED
  }

  /** Who did something in the night before which disk. */
  record Deed(Kind kind, UUID who, int disk, LocalDate on, Resident before) {}

  private final Rooms rooms;
  private final Residents residents;
  private final BiPredicate<Resident, LocalDate> isTaken;
  private final Random random;
  private final List<UUID> idle = new ArrayList<>();
  private final List<Deed> deeds = new ArrayList<>();

  /** Only those file of whom a filing is taken on that day. */
  Life(Rooms rooms, Residents residents, BiPredicate<Resident, LocalDate> isTaken, long seed) {
    this.isTaken = isTaken;
    this.rooms = rooms;
    this.residents = residents;
    this.random = new Random(seed);
  }

  List<Deed> deeds() {
    return deeds;
  }

  /** From now on those who are here do something; nobody twice. */
  void begin() {
    idle.addAll(residents.known().keySet().stream().sorted().toList());
  }

  /** So many of each kind do it today. */
  void day(int many, int disk, LocalDate today) {
    for (Kind kind : Kind.values()) {
      for (int n = 0; n < many; n++) {
        List<UUID> able =
            idle.stream().filter(id -> kind != Kind.FILED || isTaken(id, today)).toList();
        if (able.isEmpty()) {
          continue;
        }
        UUID who = able.get(random.nextInt(able.size()));
        idle.remove(who);
        deeds.add(new Deed(kind, who, disk, today, known(who)));
        String said = rooms.say(message(kind, person(who)));
        if (!said.equals("DONE")) {
          throw new IllegalStateException("it was refused: " + said);
        }
      }
    }
  }

  private boolean isTaken(UUID who, LocalDate on) {
    return isTaken.test(known(who), on);
  }

  private Resident known(UUID who) {
    return Objects.requireNonNull(residents.known().get(who));
  }

  private Person person(UUID who) {
    return rooms.get(Records.class).open(who).here().orElseThrow();
  }

  private Message message(Kind kind, Person person) {
    return switch (kind) {
      case ERASED -> act(person, Action.ERASE, null);
      case FILED -> act(person, Action.FILED, 1);
      case MOVED -> moved(person);
    };
  }

  private Act act(Person person, Action action, @Nullable Integer about) {
    return new Act(
        person.id(),
        residents.code(person.id()).proof(),
        person.version(),
        action,
        about,
        null,
        null,
        null);
  }

  private Change moved(Person person) {
    PersonRecord now = person.content();
    Situation old = now.situation();
    String to = old.country().code().equals("DE") ? "PL" : "DE";
    return new Change(
        person.id(),
        residents.code(person.id()).proof(),
        person.version(),
        Residents.situation(to, old.documents().stream().map(one -> one.lastValidDay()).toList()),
        IntStream.range(0, now.contacts().size())
            .<ContactChange>mapToObj(ContactChange.Keep::new)
            .toList(),
        now.wording(),
        now.language(),
        now.zone(),
        now.consents(),
        CommunityChange.KEEP,
        now.codeWord());
  }
}
