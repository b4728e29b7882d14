package org.termin.notifier.receipt;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.notifier.channel.Outcome.Permanence;
import org.termin.notifier.channel.sms.TwilioErrors;
import org.termin.notifier.delivery.Settlement;

/** Keeps every status once and lets the highest decide; the order of arrival does not matter. */
@Component
public class Receipts {

  private final JdbcClient db;
  private final Settlement settlement;

  Receipts(JdbcClient db, Settlement settlement) {
    this.db = db;
    this.settlement = settlement;
  }

  /** Takes a believed report; a repeated one changes nothing. */
  public void handle(StatusReport report) {
    int fresh =
        db.sql(
                """
                insert into ledger.receipt (attempt, provider_status, error) values (?, ?, ?)
                on conflict do nothing
                """)
            .param(report.attempt())
            .param(report.status().toLowerCase(Locale.ROOT))
            .param(report.error())
            .update();
    if (fresh == 0) {
      return;
    }
    if (report.providerRef() != null) {
      settlement.reference(report.attempt(), report.providerRef());
    }
    switch (report.status().toLowerCase(Locale.ROOT)) {
      case "accepted", "scheduled", "queued", "sending", "sent" ->
          settlement.onItsWay(report.attempt());
      case "delivered", "read" -> settlement.delivered(report.attempt());
      case "undelivered", "failed", "canceled" ->
          settlement.undelivered(
              report.attempt(),
              report.error() == null ? report.status() : report.error(),
              permanence(report.error()));
      default -> {
        // a word we do not know is kept and changes nothing
      }
    }
  }

  private static @Nullable Permanence permanence(@Nullable String error) {
    if (error == null || !error.matches("\\d{1,6}")) {
      return null;
    }
    return switch (TwilioErrors.table().meaning(Integer.parseInt(error))) {
      case CONTACT -> Permanence.CONTACT;
      case OPTED_OUT -> Permanence.OPTED_OUT;
      case CONTENT -> Permanence.CONTENT;
      case SOFT_BLOCK, TRANSIENT, UNKNOWN_OUTCOME, OUR_FAULT, UNLISTED -> null;
    };
  }
}
