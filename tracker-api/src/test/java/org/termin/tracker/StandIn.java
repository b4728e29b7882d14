package org.termin.tracker;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.termin.contract.sealed.Act;
import org.termin.contract.sealed.Callback;
import org.termin.contract.sealed.Change;
import org.termin.contract.sealed.CommunityChange;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.Message;
import org.termin.contract.sealed.MessageSeal;
import org.termin.contract.sealed.Opening.Opened;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.sealed.Register;
import org.termin.contract.sealed.Resend;
import org.termin.contract.sealed.Unsubscribe;
import org.termin.contract.sealed.ViewSeal;
import org.termin.contract.words.Action;
import org.termin.contract.words.Answer;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.JoinCode;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.Situation;
import org.termin.database.Role;

/**
 * Stands for the notifier, which lives in another module: opens the inbox with the real keys and
 * leaves real views and answers. Every code is 123456.
 */
public final class StandIn {
  public static final String CODE = "123456";

  private record Kept(PersonRecord content, RecordState state, int version) {}

  private final Door door;
  private final JdbcClient jdbc;
  private final Map<UUID, Kept> people = new ConcurrentHashMap<>();
  public final List<Message> seen = new CopyOnWriteArrayList<>();

  private StandIn(Door door) {
    this.door = door;
    this.jdbc = door.store.jdbc(Role.NOTIFIER);
  }

  /** Starts to look at the inbox of a door until the JVM ends. */
  public static StandIn of(Door door) {
    StandIn standIn = new StandIn(door);
    Thread.ofPlatform().daemon().name("stand-in").start(standIn::work);
    return standIn;
  }

  private void work() {
    try {
      while (true) {
        for (Row row : rows()) {
          judge(row);
        }
        LockSupport.parkNanos(10_000_000);
      }
    } catch (DataAccessException over) {
      // the store ends with the JVM
    }
  }

  private record Row(UUID id, byte[] sealed) {}

  private List<Row> rows() {
    return jdbc.sql("select id, sealed from door.inbox").query(Row.class).list();
  }

  private void judge(Row row) {
    if (MessageSeal.open(door.keys, row.id(), row.sealed())
        instanceof Opened<Message>(var message)) {
      seen.add(message);
      Answer answer =
          switch (message) {
            case Register register -> register(row.id(), register);
            case Confirm confirm -> confirm(confirm);
            case Change change -> change(change);
            case Act act -> act(act);
            case Resend _, Callback _, Unsubscribe _ -> null;
          };
      jdbc.sql("delete from door.inbox where id = ?").param(row.id()).update();
      if (answer != null) {
        jdbc.sql("insert into door.answer (message, result) values (?, ?)")
            .params(row.id(), answer.name())
            .update();
      }
    }
  }

  private Answer register(UUID id, Register register) {
    List<ContactSlot> slots = new ArrayList<>();
    register
        .contacts()
        .forEach(
            contact ->
                slots.add(new ContactSlot(slots.size(), contact, ContactState.AWAITING, null)));
    var content =
        new PersonRecord(
            register.situation(),
            register.situation().highestDocument() + 1,
            slots,
            slots.size(),
            3,
            register.wording(),
            register.language(),
            register.zone(),
            "ліпа",
            register.consents(),
            register.community(),
            register.view(),
            register.proofHash(),
            LocalDate.of(2026, 1, 1),
            List.of(),
            List.of());
    people.put(id, new Kept(content, RecordState.PENDING, 1));
    byte[] view =
        ViewSeal.seal(register.view(), id, 1, content.view(RecordState.PENDING, List.of()));
    jdbc.sql(
            """
            insert into people.record (id, version, state, key_epoch, lookup, record, view)
            values (?, 1, 1, 7, ?, '\\x00', ?)
            """)
        .params(id, register.lookup().bytes(), view)
        .update();
    return null;
  }

  private Kept proven(Message.Proven message) {
    Kept kept = people.get(message.registration());
    return kept != null && kept.content().proofHash().accepts(message.proof()) ? kept : null;
  }

  private Answer confirm(Confirm message) {
    Kept kept = proven(message);
    if (kept == null || kept.content().slot(message.slot()).isEmpty()) {
      return Answer.WRONG;
    }
    switch (message.code()) {
      case "000001":
        return Answer.EXPIRED;
      case "000002":
        return Answer.LOCKED;
      case CODE:
        break;
      default:
        return Answer.WRONG;
    }
    var slot = kept.content().slot(message.slot()).orElseThrow().in(ContactState.CONFIRMED);
    write(message.registration(), kept.content().with(slot), RecordState.ACTIVE, kept.version());
    return Answer.DONE;
  }

  private Answer change(Change message) {
    Kept kept = proven(message);
    if (kept == null) {
      return Answer.WRONG;
    }
    if (kept.version() != message.baseVersion()) {
      return Answer.STALE;
    }
    var changed =
        kept.content()
            .with(message.situation())
            .draft()
            .wording(message.wording())
            .language(message.language())
            .zone(message.zone())
            .consents(message.consents())
            .community(
                switch (message.community()) {
                  case CommunityChange.Keep() -> kept.content().community();
                  case CommunityChange.Leave() -> null;
                  case CommunityChange.Join(JoinCode joined) -> joined;
                })
            .codeWord(message.codeWord())
            .done();
    write(message.registration(), changed, kept.state(), kept.version());
    return Answer.DONE;
  }

  private Answer act(Act message) {
    Kept kept = proven(message);
    if (kept == null) {
      return Answer.WRONG;
    }
    UUID id = message.registration();
    if (message.action() == Action.ERASE) {
      people.remove(id);
      jdbc.sql("delete from people.record where id = ?").param(id).update();
      return Answer.DONE;
    }
    if (kept.version() != message.baseVersion()) {
      return Answer.STALE;
    }
    PersonRecord now = kept.content();
    switch (message.action()) {
      case FILED ->
          write(
              id,
              now.with(
                  now.situation()
                      .with(
                          now.situation()
                              .document(message.document())
                              .orElseThrow()
                              .next(new DocumentState.Filed(LocalDate.of(2026, 11, 1))))),
              kept.state(),
              kept.version());
      case PAUSE -> write(id, now, RecordState.PAUSED, kept.version());
      case RESUME -> write(id, now, RecordState.ACTIVE, kept.version());
      case NEW_CODE -> {
        jdbc.sql("update people.record set lookup = ? where id = ?")
            .params(message.newCode().lookup().bytes(), id)
            .update();
        write(
            id,
            now.draft()
                .viewKey(message.newCode().view())
                .proofHash(message.newCode().proofHash())
                .done(),
            kept.state(),
            kept.version());
      }
      case DONE, REFUSED, LATER, LOST, MOVED, SAMPLE, ERASE -> {}
    }
    return Answer.DONE;
  }

  /** The record names that region from now on, as one of before the list of regions may. */
  public void settle(UUID id, String region) {
    Kept kept = people.get(id);
    Situation now = kept.content().situation();
    Situation there =
        new Situation(now.country(), region, now.ground(), now.documents(), now.people());
    write(id, kept.content().with(there), kept.state(), kept.version());
  }

  private void write(UUID id, PersonRecord content, RecordState state, int before) {
    people.put(id, new Kept(content, state, before + 1));
    jdbc.sql("update people.record set view = ?, version = ?, state = ? where id = ?")
        .params(
            ViewSeal.seal(content.viewKey(), id, before + 1, content.view(state, List.of())),
            before + 1,
            state.code(),
            id)
        .update();
  }
}
