package org.termin.notifier.plan;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.ladder.Shift;
import org.termin.notifier.record.Person;

/**
 * By how many days somebody's dates are moved. One person's documents bind each other, so they move
 * together, or a day that shows in two of them would show twice. Whose passports end on different
 * days move differently: the days between the passports of one family are what the issuer would
 * look for in its register. Whose passports end together move together and are told together.
 */
public final class SecretDays {
  /** No rows have these stages. */
  private static final int STAGE = 255;

  private static final int GIVEN_STAGE = 254;

  private SecretDays() {}

  /** The days of the one who holds this document; they change only with the date of a passport. */
  public static int of(LedgerKeys keys, Person person, HeldDocument document) {
    return drawn(keys, person, document, STAGE);
  }

  /**
   * Other days of the same person, for what stands on a day that was given: that of a filing, of a
   * loss, or the last one of a rule. Somebody else may know such a day and subtract it; what that
   * leaves must be worth nothing.
   */
  public static int ofGivenDays(LedgerKeys keys, Person person, HeldDocument document) {
    return drawn(keys, person, document, GIVEN_STAGE);
  }

  private static int drawn(LedgerKeys keys, Person person, HeldDocument document, int stage) {
    List<HeldDocument> theirs =
        person.content().situation().documents().stream()
            .filter(one -> one.person() == document.person())
            .toList();
    LocalDate day =
        theirs.stream()
            .filter(one -> one.type() == DocumentType.PASSPORT)
            .min(Comparator.comparing(HeldDocument::number))
            .or(() -> theirs.stream().min(Comparator.comparing(HeldDocument::number)))
            .map(HeldDocument::lastValidDay)
            .orElse(LocalDate.EPOCH);
    Ref ref = new Ref(person.id(), 0, (int) Math.max(1, day.toEpochDay()), stage);
    long drawn = Integer.toUnsignedLong(ByteBuffer.wrap(ref.key(keys)).getInt());
    // the part in the record is out of reach for whoever has the ledger's key and an old dump
    return (int) ((person.content().jitter() + drawn) % (Shift.MOST_DAYS + 1));
  }
}
