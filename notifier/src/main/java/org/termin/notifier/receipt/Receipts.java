package org.termin.notifier.receipt;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.notifier.channel.sms.TwilioStatus;
import org.termin.notifier.settle.Settlement;

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
    // a word we do not know is kept and changes nothing
    TwilioStatus.read(report.status(), report.error())
        .ifPresent(status -> settlement.report(report.attempt(), status, report.providerRef()));
  }
}
