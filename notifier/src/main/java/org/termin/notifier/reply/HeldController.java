package org.termin.notifier.reply;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;

/** The operator's decision about too many answers, on the loopback port. Counts, never whose. */
@RestController
class HeldController {

  private final HeldReplies held;
  private final Releasing releasing;
  private final Alarms alarms;

  HeldController(HeldReplies held, Releasing releasing, Alarms alarms) {
    this.held = held;
    this.releasing = releasing;
    this.alarms = alarms;
  }

  /** {@code {"decision": "release"}} or {@code {"decision": "drop"}}. */
  record Decision(@Nullable String decision) {}

  @GetMapping("/replies/held")
  HeldReplies.Counts counts() {
    return held.counts();
  }

  /** What is left afterwards. */
  @PostMapping(path = "/replies/held", consumes = MediaType.APPLICATION_JSON_VALUE)
  HeldReplies.Counts decide(@RequestBody Decision decision) {
    switch (String.valueOf(decision.decision()).toLowerCase(Locale.ROOT)) {
      case "release" -> releasing.release();
      case "drop" -> releasing.drop();
      default -> throw new IllegalArgumentException("no such decision");
    }
    HeldReplies.Counts left = held.counts();
    alarms.set(Alarm.REPLIES_HELD, left.held());
    return left;
  }

  @ExceptionHandler
  ProblemDetail unreadable(IllegalArgumentException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "decision is release or drop");
  }
}
