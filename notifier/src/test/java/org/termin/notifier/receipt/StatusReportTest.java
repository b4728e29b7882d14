package org.termin.notifier.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatusReportTest {
  private static final UUID ATTEMPT = UUID.randomUUID();
  private static final String REF = "SM" + "0a".repeat(16);

  @Test
  void aReportKeepsItsWordItsNumberAndTheProvidersName() {
    StatusReport report =
        StatusReport.read(ATTEMPT, "undelivered", Optional.of("30003"), Optional.of(REF));
    assertThat(report).isEqualTo(new StatusReport(ATTEMPT, "undelivered", "30003", REF));
    assertThat(StatusReport.read(ATTEMPT, "sent", Optional.of("0"), Optional.empty()).error())
        .isNull();
  }

  @Test
  void whatIsNoNumberAndNoNameIsNeitherKeptNorLogged() {
    for (String foreign : List.of("+48512777001", "512777001", "2034-08-23", "a@b.example", "")) {
      StatusReport report =
          StatusReport.read(ATTEMPT, "failed", Optional.of(foreign), Optional.of(foreign));
      assertThat(report.error()).isNull();
      assertThat(report.providerRef()).isNull();
      assertThatThrownBy(
              () -> StatusReport.read(ATTEMPT, foreign, Optional.empty(), Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("not a status");
    }
  }
}
