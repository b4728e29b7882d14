package org.termin.notifier.epoch;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.termin.contract.sealed.EpochKeys;
import org.termin.notifier.CannotStart;
import org.termin.notifier.keys.EpochLog.History;
import org.termin.notifier.keys.EpochLog.Life;
import org.termin.notifier.keys.Keyring;

/**
 * The keys' life for the operator, on the loopback port: numbers, days and counts, never a key. A
 * page open in a browser on this machine cannot post JSON here without being asked first.
 */
@RestController
class KeysController {
  private final Keyring keys;
  private final Rotation rotation;
  private final Resealing resealing;
  private final Destruction destruction;
  private final Remaining remaining;
  private final KeyCheck check;
  private final Clock clock;

  KeysController(
      Keyring keys,
      Rotation rotation,
      Resealing resealing,
      Destruction destruction,
      Remaining remaining,
      KeyCheck check,
      Clock clock) {
    this.keys = keys;
    this.rotation = rotation;
    this.resealing = resealing;
    this.destruction = destruction;
    this.remaining = remaining;
    this.check = check;
    this.clock = clock;
  }

  /**
   * How it stands.
   *
   * @param replica whether every key is also kept on another disk
   * @param backup when the last backup that was reported began
   * @param late old keys that should be gone
   */
  record Status(
      int newest,
      boolean replica,
      List<String> missingInReplica,
      @Nullable Instant backup,
      long late,
      List<Epoch> epochs) {}

  /** One living epoch and what still needs it, rows by table. */
  record Epoch(
      int number, @Nullable Instant made, @Nullable Instant emptySince, Map<String, Long> rows) {}

  /** When a completed backup began: ISO 8601, UTC. */
  record Backup(@Nullable String began) {}

  @GetMapping("/keys")
  Status status() {
    keys.refresh();
    History history = keys.log().read();
    return new Status(
        keys.newest().number(),
        keys.hasReplica(),
        keys.missingInReplica(),
        history.backup(),
        destruction.late(clock.instant()),
        keys.living().stream().map(epoch -> epoch(epoch, history)).toList());
  }

  private Epoch epoch(EpochKeys epoch, History history) {
    Life life = history.lives().get(epoch.number());
    return new Epoch(
        epoch.number(),
        life == null ? null : life.made(),
        life == null ? null : life.emptySince(),
        remaining.of(epoch.number()));
  }

  /** Makes the next key now and moves everything to it. */
  @PostMapping(path = "/keys/rotate", consumes = MediaType.APPLICATION_JSON_VALUE)
  Status rotate() {
    rotation.rotate();
    resealing.sweep();
    return status();
  }

  @PostMapping(path = "/keys/verify", consumes = MediaType.APPLICATION_JSON_VALUE)
  KeyCheck.Checked verify() {
    keys.refresh();
    return check.check();
  }

  /** Somebody has completed a backup: without such a word no key is ever destroyed. */
  @PostMapping(path = "/keys/backup", consumes = MediaType.APPLICATION_JSON_VALUE)
  Status backedUp(@RequestBody Backup backup) {
    Instant began = Instant.parse(String.valueOf(backup.began()));
    if (began.isAfter(clock.instant())) {
      throw new DateTimeException("a backup that is still to come");
    }
    keys.log().backedUp(began);
    destruction.look();
    return status();
  }

  @ExceptionHandler
  ProblemDetail unreadable(DateTimeException e) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST,
        "began is the instant at which the backup began, for example 2026-11-22T03:00:00Z");
  }

  @ExceptionHandler
  ProblemDetail refused(CannotStart e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail away(UncheckedIOException e) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.SERVICE_UNAVAILABLE,
        "The key folder or its replica is away or does not answer: the keys that are there go on"
            + " serving.");
  }
}
