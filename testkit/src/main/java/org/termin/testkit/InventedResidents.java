package org.termin.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.EpochKeys;
import org.termin.contract.sealed.Met;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.RecordSeal;
import org.termin.contract.sealed.ViewSeal;
import org.termin.contract.words.Consents;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Hurdle;
import org.termin.contract.words.JoinCode;
import org.termin.contract.words.Language;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.Situation;
import org.termin.contract.words.Wording;

/**
 * Many invented households in twelve countries, sealed with the keys of an epoch and put into the
 * store. They have paused their reminders: they are counted in waves, and nothing is sent to
 * anybody.
 */
public final class InventedResidents {
  /** Of a hundred households so many live there. */
  private static final Map<String, Integer> SHARES =
      Map.ofEntries(
          Map.entry("PL", 46),
          Map.entry("LT", 20),
          Map.entry("DE", 7),
          Map.entry("GE", 6),
          Map.entry("CZ", 4),
          Map.entry("UA", 4),
          Map.entry("LV", 3),
          Map.entry("ES", 3),
          Map.entry("IT", 2),
          Map.entry("EE", 2),
          Map.entry("NL", 2),
          Map.entry("US", 1));

  private static final List<JoinCode> CODES =
      List.of(new JoinCode("BUSEL-01"), new JoinCode("VASILKI-2"), new JoinCode("LIPA-3"));
  private static final int BATCH = 1_000;

  private final EpochKeys keys;
  private final LocalDate today;
  private final Random random;
  private final NavigableMap<Integer, String> countries = new TreeMap<>();

  /** The same households for the same seed, but for their ids and receipt codes. */
  public InventedResidents(EpochKeys keys, LocalDate today, long seed) {
    this.keys = keys;
    this.today = today;
    this.random = new Random(seed);
    int sum = 0;
    for (var share : new TreeMap<>(SHARES).entrySet()) {
      countries.put(sum, share.getKey());
      sum += share.getValue();
    }
  }

  /** The join codes some of them have typed; the first is that of the largest community. */
  public static List<JoinCode> codes() {
    return CODES;
  }

  /** Puts that many into the store, with a login that may insert records. */
  public void moveInto(Connection store, int households) throws SQLException {
    store.setAutoCommit(false);
    try (PreparedStatement insert =
        store.prepareStatement(
            """
            insert into people.record (id, version, state, key_epoch, lookup, record, view)
            values (?, 1, ?, ?, ?, ?, ?)
            """)) {
      for (int n = 1; n <= households; n++) {
        add(insert);
        if (n % BATCH == 0 || n == households) {
          insert.executeBatch();
          store.commit();
        }
      }
    }
  }

  private void add(PreparedStatement insert) throws SQLException {
    UUID id = UUID.randomUUID();
    ReceiptCode code = ReceiptCode.random();
    PersonRecord record = household(code);
    RecordState paused = RecordState.PAUSED;
    insert.setObject(1, id);
    insert.setInt(2, paused.code());
    insert.setInt(3, keys.number());
    insert.setBytes(4, code.lookup().bytes());
    insert.setBytes(5, RecordSeal.seal(keys, id, 1, paused, record));
    insert.setBytes(6, ViewSeal.seal(code.view(), id, 1, record.view(paused, List.of())));
    insert.addBatch();
  }

  private PersonRecord household(ReceiptCode code) {
    String country = countries.floorEntry(random.nextInt(100)).getValue();
    List<HeldDocument> documents = documents();
    return new PersonRecord(
        new Situation(new Country(country), null, null, documents),
        documents.size() + 1,
        // one for all of them: nobody is ever written to
        List.of(new ContactSlot(0, Samples.polishPhone(1), ContactState.CONFIRMED, null)),
        1,
        3,
        Wording.DISCREET,
        Language.BE,
        ZoneId.of("Europe/Warsaw"),
        "ліпа",
        new Consents(true, random.nextInt(100) < 80),
        community(),
        code.view(),
        code.proofHash(),
        today.minusDays(120),
        List.of(),
        List.of(),
        met());
  }

  private List<HeldDocument> documents() {
    List<HeldDocument> all = new ArrayList<>();
    if (random.nextInt(100) < 85) {
      all.add(held(all, DocumentType.PASSPORT, today.plusDays(random.nextInt(1_400) - 100)));
    }
    if (all.isEmpty() || random.nextInt(100) < 80) {
      all.add(held(all, DocumentType.RESIDENCE_PERMIT, permitEnds()));
    }
    if (random.nextInt(100) < 3) {
      all.add(held(all, DocumentType.TRAVEL_DOCUMENT, today.plusDays(random.nextInt(700))));
    }
    return all;
  }

  /** Many permits were given in the same quarter, for three years: that is the wave. */
  private LocalDate permitEnds() {
    return random.nextInt(100) < 35
        ? today.plusDays(180L + random.nextInt(90))
        : today.plusDays(random.nextInt(1_000));
  }

  private static HeldDocument held(List<HeldDocument> before, DocumentType type, LocalDate ends) {
    int number = before.size() + 1;
    return new HeldDocument(number, 1, number, type, ends, DocumentState.HELD);
  }

  private @Nullable JoinCode community() {
    int drawn = random.nextInt(100);
    if (drawn < 20) {
      return CODES.getFirst();
    }
    return drawn < 30 ? CODES.get(1 + random.nextInt(CODES.size() - 1)) : null;
  }

  private @Nullable Met met() {
    if (random.nextInt(100) >= 12) {
      return null;
    }
    Hurdle[] all = Hurdle.values();
    return new Met(
        all[Math.min(random.nextInt(all.length), random.nextInt(all.length))],
        YearMonth.from(today).minusMonths(random.nextInt(6)));
  }
}
