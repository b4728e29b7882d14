package org.termin.standalone.outage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.ReminderState;
import org.termin.database.Role;
import org.termin.guidance.ladder.StageNumber;
import org.termin.standalone.rest.Recording.Told;
import org.termin.standalone.supervise.Supervisor;

/** Looks into the ledger with the notifier's role and the key that tells whose row is whose. */
final class LedgerEyes {
  private static final int LAST_STAGE = StageNumber.RULES_CHANGED_LAST;
  private final Supervisor supervisor;
  private final LedgerKeys keys;

  LedgerEyes(Supervisor supervisor, Path keyFolder) {
    this.supervisor = supervisor;
    try {
      this.keys = LedgerKeys.of(Files.readAllBytes(keyFolder.resolve(LedgerKeys.FILE_NAME)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A row, and what it is about. */
  record Row(Told about, ReminderState state, Instant dueAt, Instant notAfter) {
    boolean unsent() {
      return state.isUnsent();
    }
  }

  /** Every row of these people's documents. */
  Map<UUID, Map<Told, Row>> rows(Collection<Household> people) {
    Map<ByteBuffer, Ref> refs = new HashMap<>();
    for (Household household : people) {
      for (HeldDocument document : household.situation().documents()) {
        for (int stage = 1; stage <= LAST_STAGE; stage++) {
          Ref ref = new Ref(household.id(), document.number(), document.version(), stage);
          refs.put(ByteBuffer.wrap(ref.key(keys)), ref);
        }
      }
    }
    Map<UUID, Map<Told, Row>> rows = new HashMap<>();
    try (Connection eyes = open();
        PreparedStatement all =
            eyes.prepareStatement("select ref, state, due_at, not_after from ledger.reminder");
        ResultSet row = all.executeQuery()) {
      while (row.next()) {
        Ref ref = refs.get(ByteBuffer.wrap(row.getBytes(1)));
        if (ref != null) {
          Told about = new Told(ref.document(), ref.documentVersion(), ref.stage());
          rows.computeIfAbsent(ref.registration(), _ -> new HashMap<>())
              .put(
                  about,
                  new Row(
                      about,
                      ReminderState.valueOf(row.getString(2)),
                      row.getObject(3, OffsetDateTime.class).toInstant(),
                      row.getObject(4, OffsetDateTime.class).toInstant()));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long count(String sql) {
    try (Connection eyes = open();
        PreparedStatement question = eyes.prepareStatement(sql);
        ResultSet row = question.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Instant now() {
    try (Connection eyes = open();
        PreparedStatement question = eyes.prepareStatement("select app.now()");
        ResultSet row = question.executeQuery()) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Time passes while nothing runs. */
  void pass(Duration time) {
    try (Connection hands = open();
        PreparedStatement move =
            hands.prepareStatement(
                "update app.simulation set shift = shift + make_interval(secs => ?)")) {
      move.setLong(1, time.toSeconds());
      move.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Connection open() throws SQLException {
    return DriverManager.getConnection(
        supervisor.storeUrl(), Role.NOTIFIER.login(), supervisor.password(Role.NOTIFIER));
  }
}
