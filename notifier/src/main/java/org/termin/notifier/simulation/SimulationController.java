package org.termin.notifier.simulation;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Moves the simulated clock; exists only where it was asked for, on the loopback port. */
@RestController
@ConditionalOnProperty("termin.simulated-clock")
class SimulationController {

  private static final Duration LONGEST = Duration.ofDays(3_660);

  private final Advancing advancing;
  private final Clock clock;

  SimulationController(Advancing advancing, Clock clock) {
    this.advancing = advancing;
    this.clock = clock;
  }

  record Advance(String advance) {}

  record Now(java.time.Instant now) {}

  @GetMapping("/simulation/clock")
  Now now() {
    return new Now(clock.now());
  }

  @PostMapping("/simulation/clock")
  Advancing.Lived advance(@RequestBody Advance wish) {
    return advancing.advance(read(wish.advance()));
  }

  /** Days as P30D, months as P18M of 30 days and a bit, hours as PT5H. */
  private static Duration read(String written) {
    Duration by;
    if (written.startsWith("PT") || written.contains("T")) {
      by = Duration.parse(written);
    } else {
      Period period = Period.parse(written);
      by = Duration.ofDays(Math.round(period.toTotalMonths() * 30.44) + period.getDays());
    }
    if (by.isNegative() || by.compareTo(LONGEST) > 0) {
      throw new DateTimeException("not a stretch of time to live through");
    }
    return by;
  }

  @ExceptionHandler
  ProblemDetail unreadable(DateTimeException e) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST,
        "advance is an ISO 8601 period such as P30D; PT0S only waits until all is quiet");
  }

  @ExceptionHandler
  ProblemDetail stuck(Advancing.Stuck e) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()));
  }
}
