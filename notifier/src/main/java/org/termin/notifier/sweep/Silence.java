package org.termin.notifier.sweep;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.termin.notifier.channel.CallbackAddress;
import org.termin.notifier.channel.Lookup;
import org.termin.notifier.delivery.Attempts;
import org.termin.notifier.delivery.Attempts.Attempt;
import org.termin.notifier.delivery.LastCall;
import org.termin.notifier.receipt.ReceiptsWork;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.notifier.settle.Settlement;

/**
 * Looks at messages that were taken and of which nothing was heard since. Without an address for
 * receipts their absence says nothing, so nothing falls back on it.
 */
@Component
class Silence {

  private final Attempts attempts;
  private final Records records;
  private final Books books;
  private final LastCall lastCall;
  private final ReceiptsWork receipts;
  private final Settlement settlement;
  private final boolean callbacks;

  Silence(
      Attempts attempts,
      Records records,
      Books books,
      LastCall lastCall,
      ReceiptsWork receipts,
      Settlement settlement,
      Optional<CallbackAddress> callback) {
    this.attempts = attempts;
    this.records = records;
    this.books = books;
    this.lastCall = lastCall;
    this.receipts = receipts;
    this.settlement = settlement;
    this.callbacks = callback.isPresent();
  }

  void look(UUID id) {
    attempts.find(id).ifPresent(this::look);
  }

  private void look(Attempt attempt) {
    boolean fallsBack = callbacks && isLastCall(attempt) && receipts.work(attempt.channel());
    Lookup said =
        settlement.asks(attempt.looks(), fallsBack) ? books.status(attempt) : new Lookup.NoBooks();
    settlement.quiet(attempt.id(), said, fallsBack, fallsBack);
  }

  private boolean isLastCall(Attempt attempt) {
    if (attempt.contents().reminders().isEmpty()) {
      return false;
    }
    Optional<Person> person = records.open(attempt.contents().registration()).here();
    Instant now = attempt.now();
    return person.isPresent()
        && lastCall.isAmong(person.get(), attempt.contents().reminders(), now);
  }
}
