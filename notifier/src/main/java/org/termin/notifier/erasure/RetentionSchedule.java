package org.termin.notifier.erasure;

import java.util.List;

/**
 * Every table of the store, whether it holds something about a person, and how long: a test finds
 * tables that are missing here, rows that are kept longer, and rows that go too early. Erasing a
 * person takes away at once whatever points to their record.
 */
public final class RetentionSchedule {
  private RetentionSchedule() {}

  /**
   * One table.
   *
   * @param kept how long, in words for a person who asks; none of the rows outlives it
   */
  public record Kept(String table, About about, String holds, String kept) {}

  /** Whom a table's rows are about. */
  public enum About {
    /** One person, even if nobody can tell which without the keys. */
    A_PERSON,
    /** Nobody in particular: counts, public texts, the keys' numbers. */
    NOBODY
  }

  /** All of them, by name. */
  public static List<Kept> all() {
    return List.of(
        nobody("app.closing", "the last day of the service, if it ends", "always"),
        nobody(
            "app.edition",
            "country packs of the numbers that people were planned with",
            "while somebody is"),
        person("door.answer", "whether a message was accepted", "1 hour"),
        person(
            "door.inbox",
            "what somebody entered, sealed",
            "until it is read; unreadable ones 7 days"),
        person(
            "ledger.attempt",
            "one message: a sealed reference and its state",
            "33 days at most; until then the provider's id, unless its copy is deleted"),
        person(
            "ledger.contact_day",
            "that a contact was written to on a day, as a keyed hash",
            "14 days"),
        nobody("ledger.daily", "what is done once a day", "always"),
        nobody("ledger.heartbeat", "when a job last ran", "always"),
        person("ledger.receipt", "what the provider reported of a message", "33 days"),
        person(
            "ledger.reminder",
            "a reason to speak: a sealed reference and a shifted day",
            "30 days after the document's version is over"),
        person(
            "ledger.reply_day",
            "that a contact answered today, as a keyed hash",
            "until midnight, UTC"),
        person("ledger.reply_held", "an answer that waits for the operator, sealed", "14 days"),
        nobody("ledger.reply_hour", "how many answers came in an hour", "28 days"),
        person("ledger.reply_seen", "that a provider's call was seen, as a keyed hash", "35 days"),
        nobody("ledger.tally", "how many registrations came and went", "always"),
        person(
            "ledger.told",
            "that a document's stage was told to a contact, as a keyed hash",
            "14 days"),
        person(
            "organiser.audit",
            "what an organiser's handle did on which day",
            "90 days; then until the next deed"),
        nobody(
            "organiser.community", "a community's join code", "always: no code is given out twice"),
        person(
            "organiser.invitation",
            "the hash of a one-time link, and the handles that vouch for it",
            "24 hours; then until the next one is made"),
        person("organiser.organiser", "an organiser's random handle and role", "while active"),
        person("organiser.passkey", "the public half of an organiser's passkey", "as the handle"),
        person(
            "people.budget",
            "how many codes and warnings a contact took in a window, as a keyed hash",
            "1 hour after the window"),
        person(
            "people.contact_index",
            "in which record a contact stands, as a keyed hash",
            "as the record"),
        nobody("people.epoch", "the fingerprints of the keys", "always"),
        person(
            "people.record",
            "everything about a person, sealed",
            "until erased; 24 hours unconfirmed, 4 days if no code could be sent; 14 days without a"
                + " contact; 90 days after the last document ended, and 390 after one was filed; no"
                + " end where a permit has none; 2 years a wish to be told before waves"),
        person("people.stopped", "a contact that said stop, sealed and as a keyed hash", "14 days"),
        person(
            "people.verification",
            "that a code is on its way, and whether its phone wrote to us while it waits; not the"
                + " code",
            "until it is typed; at most 30 days after it was sent"),
        nobody("wave.cell", "counts of a country, after disclosure control", "2 years"),
        nobody("wave.community_cell", "the same of a community", "2 years"),
        nobody("wave.counted", "when punctuality was last looked at", "always"),
        nobody("wave.draw", "when figures were last drawn", "always"),
        nobody("wave.opt_out", "how many of a hundred households said stop", "2 years"),
        nobody("wave.punctuality", "how punctual a week's reminders were", "13 months"),
        nobody("wave.release", "on which days counts were released", "2 years"),
        nobody(
            "wave.report_cell",
            "counts of what people met at offices, after disclosure control",
            "2 years"),
        nobody("wave.report_draw", "when those were last drawn", "always"));
  }

  private static Kept person(String table, String holds, String kept) {
    return new Kept(table, About.A_PERSON, holds, kept);
  }

  private static Kept nobody(String table, String holds, String kept) {
    return new Kept(table, About.NOBODY, holds, kept);
  }
}
