package org.termin.notifier.reply;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.HeldReplySeal;
import org.termin.contract.sealed.HeldReplySeal.Contents;
import org.termin.contract.sealed.HeldReplySeal.Document;
import org.termin.contract.sealed.ReplyKeys;
import org.termin.contract.words.HeldDocument;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.record.Person;

/**
 * Answers that wait for the operator, and stops that were applied while too many came: sealed, one
 * for each contact of a registration, the latest one. Gone after 14 days.
 */
@Component
class HeldReplies {

  private static final Logger log = LoggerFactory.getLogger(HeldReplies.class);
  private static final int KEPT_DAYS = 14;

  private final JdbcClient db;
  private final Keyring keys;

  HeldReplies(JdbcClient db, Keyring keys) {
    this.db = db;
    this.keys = keys;
  }

  /**
   * What an operator may know.
   *
   * @param held answers that wait
   * @param stopped stops that came meanwhile and were applied
   * @param since the UTC day of the oldest; none where there is nothing
   */
  record Counts(long held, long stopped, @Nullable LocalDate since) {}

  /** Keeps an answer; one before it from the same contact is forgotten. */
  void keep(Person person, ContactSlot from, Word word, List<HeldDocument> documents) {
    write(
        "HELD",
        new Contents(
            person.id(),
            from.slot(),
            word.digit(),
            documents.stream().map(one -> new Document(one.number(), one.version())).toList()));
  }

  /** Lists a stop that was applied. */
  void list(Person person, ContactSlot stopped) {
    write("LISTED", new Contents(person.id(), stopped.slot(), Word.STOP.digit(), List.of()));
  }

  private void write(String state, Contents contents) {
    byte[] owner = ReplyKeys.owner(keys.ledger(), contents.registration(), contents.slot());
    db.sql(
            """
            insert into ledger.reply_held (owner, state, sealed) values (:owner, :state, :sealed)
            on conflict (owner, state) do update set sealed = excluded.sealed, day = excluded.day
            """)
        .param("owner", owner)
        .param("state", state)
        .param("sealed", HeldReplySeal.seal(keys.ledger(), owner, contents))
        .update();
  }

  /** Whoever takes an answer back means the kept one too. */
  void forget(Person person, ContactSlot from) {
    forget(ReplyKeys.owner(keys.ledger(), person.id(), from.slot()));
  }

  void forget(byte[] owner) {
    db.sql("delete from ledger.reply_held where owner = :owner and state = 'HELD'")
        .param("owner", owner)
        .update();
  }

  /** Some of the answers that wait, after that owner. */
  List<byte[]> waiting(byte[] after, int most) {
    return db.sql(
            """
            select owner from ledger.reply_held where state = 'HELD' and owner > :after
             order by owner limit :most
            """)
        .param("after", after)
        .param("most", most)
        .query((row, _) -> row.getBytes("owner"))
        .list();
  }

  /** One of them; none where it is gone meanwhile, or does not open. */
  Optional<Contents> read(byte[] owner) {
    return db.sql("select sealed from ledger.reply_held where owner = :owner and state = 'HELD'")
        .param("owner", owner)
        .query((row, _) -> row.getBytes("sealed"))
        .optional()
        .flatMap(box -> opened(owner, box));
  }

  private Optional<Contents> opened(byte[] owner, byte[] sealed) {
    Optional<Contents> contents = HeldReplySeal.open(keys.ledger(), owner, sealed).opened();
    if (contents.isEmpty()) {
      log.error("a kept answer cannot be opened: integrity alarm");
    }
    return contents;
  }

  Counts counts() {
    return db.sql(
            """
            select count(*) filter (where state = 'HELD') as held,
                   count(*) filter (where state = 'LISTED') as stopped, min(day) as since
              from ledger.reply_held
            """)
        .query(Counts.class)
        .single();
  }

  /** The operator has seen the stops, or wants none of the answers. */
  int drop(boolean answersToo) {
    return db.sql("delete from ledger.reply_held where state = 'LISTED' or :all")
        .param("all", answersToo)
        .update();
  }

  int forgetOld() {
    return db.sql("delete from ledger.reply_held where day < app.today() - :kept")
        .param("kept", KEPT_DAYS)
        .update();
  }
}
