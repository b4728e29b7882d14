package org.termin.notifier.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.termin.contract.sealed.DeliveryNote.Told;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Contact;
import org.termin.guidance.text.SmsLimits;
import org.termin.notifier.channel.recording.Recorder;
import org.termin.notifier.channel.recording.Recorder.Recorded;
import org.termin.notifier.delivery.Attempts;
import org.termin.notifier.receipt.Receipts;
import org.termin.notifier.receipt.StatusReport;
import org.termin.notifier.record.StoreClock;
import org.termin.notifier.reply.InboundReply;
import org.termin.notifier.reply.Replies;

/**
 * The phones and mailboxes of a recording: what would have arrived, and a way to answer. Exists
 * only where recording was asked for, on the loopback port.
 */
@RestController
@ConditionalOnProperty("termin.recording")
class RecordingController {

  private final Recorder recorder;
  private final Replies replies;
  private final Receipts receipts;
  private final Attempts attempts;
  private final StoreClock clock;
  private final TransactionTemplate transaction;

  RecordingController(
      Recorder recorder,
      Replies replies,
      Receipts receipts,
      Attempts attempts,
      StoreClock clock,
      TransactionTemplate transaction) {
    this.recorder = recorder;
    this.replies = replies;
    this.receipts = receipts;
    this.attempts = attempts;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** One message as its receiver sees it; kind and state are looked up for one receiver only. */
  record Shown(
      UUID attempt,
      Channel channel,
      String to,
      Instant at,
      List<Told> told,
      @Nullable String subject,
      String text,
      @Nullable Integer segments,
      @Nullable String html,
      @Nullable String calendar,
      @Nullable String stopMark,
      @Nullable String kind,
      @Nullable String state) {
    @Override
    public String toString() {
      return "Shown[" + attempt + "]";
    }
  }

  record Reply(String from, String text) {}

  record Receipt(UUID attempt, String status, @Nullable String error) {}

  @GetMapping("/recording/inbox")
  List<Shown> inbox(@RequestParam Optional<String> to) {
    return recorder.inbox().stream()
        .filter(message -> to.isEmpty() || message.to().equals(to.get()))
        .map(message -> shown(message, to.flatMap(_ -> attempts.find(message.attempt()))))
        .toList();
  }

  @PostMapping("/recording/replies")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void reply(@RequestBody Reply reply) {
    InboundReply inbound =
        new InboundReply(UUID.randomUUID().toString(), Contact.of(reply.from()), reply.text());
    transaction.executeWithoutResult(_ -> replies.handle(inbound, clock.now()));
  }

  @PostMapping("/recording/receipts")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void receipt(@RequestBody Receipt receipt) {
    StatusReport report =
        new StatusReport(receipt.attempt(), receipt.status(), receipt.error(), null);
    transaction.executeWithoutResult(_ -> receipts.handle(report));
  }

  private static Shown shown(Recorded message, Optional<Attempts.Attempt> attempt) {
    return new Shown(
        message.attempt(),
        message.channel(),
        message.to(),
        message.at(),
        message.told(),
        message.subject(),
        message.text(),
        message.channel() == Channel.SMS ? SmsLimits.segments(message.text()) : null,
        message.html(),
        message.calendar(),
        message.stopMark(),
        attempt.map(found -> found.kind().name()).orElse(null),
        attempt.map(found -> found.state().name()).orElse(null));
  }

  @ExceptionHandler
  ProblemDetail unreadable(IllegalArgumentException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "not a reply or receipt");
  }
}
