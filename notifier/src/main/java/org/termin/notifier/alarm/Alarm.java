package org.termin.notifier.alarm;

/**
 * A condition under which somebody has to look, with one sentence that tells a volunteer what to
 * do. The same list, with more words, is {@code docs/alarms.md}.
 */
public enum Alarm {
  NOT_TOLD(
      "People who should have been told yesterday were not: keep everything running, look at the"
          + " other alarms first, and do not delete rows."),
  EXPIRED_UNSENT(
      Lasts.A_DAY,
      "Reminders went stale before they could be sent: find out how long sending stood still and"
          + " start it again."),
  BUDGET_SPENT(
      Lasts.A_DAY,
      "The day's money for texts is spent and reminders wait: look whether so many are right, then"
          + " raise termin.reminders.money; nothing is lost."),
  REACHED_NOBODY(
      Lasts.A_DAY,
      "No contact of these people accepted a message: their page says so; nothing can be done for"
          + " them from here, but many at once mean a wrong sender or account."),
  RECORD_HELD(
      "A record does not open under the values of its row: somebody changed the database or a key"
          + " is wrong; restore that row from a backup, and tell nobody its content."),
  ROW_HELD(
      Lasts.A_DAY,
      "A row of the ledger does not open: somebody changed the database, or ledger.key is not the"
          + " one it was written with."),
  STOP_UNDONE(
      Lasts.A_DAY,
      "A record stands as it was before its person stopped or was erased: somebody put old rows"
          + " back; nobody is written to, and the notifier stops or erases them again."),
  KEY_MISSING(
      Lasts.A_DAY,
      "A message is sealed to a key that is not in the key folder: put the key folder back; the"
          + " message waits."),
  ERASURE_LATE(
      "An old key should be gone and is not, so a stolen backup could still be read: look at"
          + " ./termin keys status; most often no backup was reported, or records still wait to be"
          + " sealed anew."),
  KEYS_DIFFER(
      "Another notifier has another key under the same number: stop all but one and give them one"
          + " key folder; what was sealed under the other key waits."),
  REPLICA_BEHIND(
      "The replica of the keys is away or does not answer, so if this disk fails now, stops since"
          + " then are lost with it: bring that disk back; what it lacks is copied within a"
          + " minute."),
  RECORDS_MISSING(
      "There are fewer records than yesterday's books say: the database was rolled back or rows"
          + " were deleted; stop the door and compare with the backups."),
  PREPARATION_FAILED(
      Lasts.A_DAY,
      "A due reminder cannot be prepared and is tried again and again: send the class of the fault"
          + " from the log to the developers."),
  NOTHING_SENT_SMS(
      "Texts are due and none has gone out: look at the SMS account, its balance and its status"
          + " page."),
  NOTHING_SENT_EMAIL(
      "Mails are due and none has gone out: look at the mail relay, its password and its log."),
  SCAN_MISSING("The clock service has not looked for due reminders: start the scheduler again."),
  DUE_UNSENT(
      "A reminder has been due for too long: look whether Kafka, the scheduler and the notifier"
          + " run."),
  LEASES_EXPIRED(
      "Sends were begun and nobody finished them: a notifier died; the sweep takes them up, start"
          + " the notifier again if none runs."),
  OUTCOMES_UNKNOWN(
      "The provider has not said for a long time what became of messages: look at its status page"
          + " and at TERMIN_CALLBACK_URL."),
  INBOX_WAITING(
      "What people entered has not been read: look whether the notifier runs and its keys are"
          + " there."),
  DEAD_LETTERS(
      Lasts.A_DAY,
      "An unreadable event went to a dead-letter topic: another program writes to our topics, or"
          + " two versions do not fit; nothing is lost."),
  RULES_OLD(
      "Facts behind the rules are past the day by which somebody had to look again: run ./termin"
          + " guidance report, look them up, edit the packs; texts say \"as of, check\""
          + " meanwhile."),
  RULES_UNNUMBERED(
      "The country packs were changed and kept their number, so nobody is planned anew: run"
          + " ./termin guidance number and release again."),
  WINDING_DOWN(
      "Two operators have agreed to end this service, and everybody is being told: if that is not"
          + " so, run ./termin wind-down take-back with a card, and find out who has the cards."),
  STORE_AWAY(
      "The database does not answer, so nothing is read or sent and pages say that they cannot"
          + " save: start it again, or mend the way to it; nothing that was saved is lost."),
  BUS_AWAY(
      "Kafka does not answer, so reminders wait in the database: start it again, or mend the way to"
          + " it; nothing is lost."),
  LISTENER_STOPPED("The notifier has stopped listening to Kafka: restart the notifier."),
  CHANNEL_CLOSED(
      "A channel is closed, its reminders wait: look at the account, the balance and the sender at"
          + " the provider."),
  REPLIES_HELD(
      "More answers came than is usual, or than may be answered in a day, so 1, 2 and 3 wait: read"
          + " docs/configuration.md, \"Too many answers\", and release or drop them."),
  UNKNOWN_CODE(
      Lasts.A_DAY,
      "A provider refused a message with a code our tables do not know: send the code from the log"
          + " to the developers; the message is tried a few times, nobody is suppressed."),
  CANARY_SILENT(
      "The daily check message did not arrive: send a text and a mail by hand, then look at the"
          + " provider's log; reminders may not arrive either.");

  private final Lasts lasts;
  private final String advice;

  Alarm(String advice) {
    this(Lasts.UNTIL_CLEARED, advice);
  }

  Alarm(Lasts lasts, String advice) {
    this.lasts = lasts;
    this.advice = advice;
  }

  /** One English sentence: what it means and what to do. */
  public String advice() {
    return advice;
  }

  Lasts lasts() {
    return lasts;
  }

  /** How an alarm ends. */
  enum Lasts {
    /** A condition: whoever raises it looks again and clears it. */
    UNTIL_CLEARED,
    /** An event that nobody can undo: shown for a day after the last one. */
    A_DAY
  }
}
