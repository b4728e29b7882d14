package org.termin.tracker.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.termin.contract.sealed.Act;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Action;
import org.termin.contract.words.Answer;
import org.termin.tracker.post.People;
import org.termin.tracker.post.People.Found;
import org.termin.tracker.post.Post;
import org.termin.tracker.post.Reply;
import org.termin.tracker.session.Access;
import org.termin.tracker.session.ReceiptHeader;

/** A person's own registration, opened and changed with the receipt code in the header. */
@RestController
// what is to come back is settled first: a caller told 406 must not have changed anything
@RequestMapping(path = "/api/v1/registrations/current", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "registrations")
class CurrentController {
  private final People people;
  private final Readers readers;
  private final ActionReader actions;
  private final Plans plans;
  private final Post post;
  private final Calendars calendars;

  CurrentController(
      People people,
      Readers readers,
      ActionReader actions,
      Plans plans,
      Post post,
      Calendars calendars) {
    this.people = people;
    this.readers = readers;
    this.actions = actions;
    this.plans = plans;
    this.post = post;
    this.calendars = calendars;
  }

  /** The result of an action, with the new receipt code where one was asked for. */
  record Acted(String result, @Nullable String receiptCode) {
    @Override
    public String toString() {
      return "Acted";
    }
  }

  @GetMapping
  @Operation(summary = "Plan, state, masked contacts and the last messages")
  PersonAnswer current(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String receipt,
      Locale locale) {
    Found found = found(access(receipt));
    var plan = plans.plan(found.view().situation(), found.view().zone());
    return PersonAnswer.of(found, plans.answer(plan, locale));
  }

  @PutMapping
  @Operation(summary = "Change documents, country, contacts, wording; what is left out stays")
  ResponseEntity<Results.Result> change(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String receipt,
      @RequestBody Bodies.Change change) {
    Access access = access(receipt);
    return Results.of(post.ask(readers.change(change, found(access), access).orRefuse()));
  }

  @DeleteMapping
  @Operation(summary = "Erase everything at once")
  ResponseEntity<Results.Result> erase(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String receipt) {
    Access access = access(receipt);
    Found found = found(access);
    return Results.of(
        post.ask(Act.plain(found.registration(), access.proof(), found.version(), Action.ERASE)));
  }

  @PostMapping("/actions")
  @Operation(
      summary =
          "filed, done, refused (each with a reason, which is kept only with the consent to be"
              + " counted), later (1, 2 or 4 weeks), lost, pause, resume, sample, erase, new-code")
  ResponseEntity<Acted> act(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String receipt,
      @RequestBody Bodies.ActionIn action) {
    Access access = access(receipt);
    ReceiptCode fresh = ReceiptCode.random();
    Act act = actions.read(action, found(access), access, fresh).orRefuse();
    Reply reply = post.ask(act);
    if (reply instanceof Reply.Judged(Answer answer) && answer != Answer.DONE) {
      throw new Refused(Results.kind(answer));
    }
    boolean done = reply instanceof Reply.Judged;
    return ResponseEntity.status(done ? 200 : 202)
        .body(
            new Acted(
                done ? "done" : "received",
                act.action() == Action.NEW_CODE ? fresh.display() : null));
  }

  @GetMapping(path = "/calendar.ics", produces = "text/calendar")
  @Operation(summary = "The plan for a calendar, with neutral titles")
  ResponseEntity<byte[]> calendar(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String receipt) {
    Found found = found(access(receipt));
    var plan = plans.plan(found.view().situation(), found.view().zone());
    return Calendars.download(calendars.of(found, plan));
  }

  private static Access access(@Nullable String receipt) {
    return ReceiptHeader.read(receipt).orElseThrow(() -> new Refused(ProblemKind.UNKNOWN_CODE));
  }

  private Found found(Access access) {
    return people.find(access).orElseThrow(() -> new Refused(ProblemKind.UNKNOWN_CODE));
  }
}
