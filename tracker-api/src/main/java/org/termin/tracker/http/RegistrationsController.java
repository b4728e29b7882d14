package org.termin.tracker.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Answer;
import org.termin.tracker.DoorSettings;
import org.termin.tracker.post.Post;
import org.termin.tracker.post.Reply;
import org.termin.tracker.session.Access;
import org.termin.tracker.session.ReceiptHeader;

/** Signing up: sealed, posted, answered the same whoever is already known. */
@RestController
// what is to come back is settled first: a caller told 406 must not have registered
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "registrations")
class RegistrationsController {
  private final Readers readers;
  private final Post post;
  private final @Nullable String writeTo;

  RegistrationsController(Readers readers, Post post, DoorSettings settings) {
    this.readers = readers;
    this.post = post;
    this.writeTo = settings.writeTo().orElse(null);
  }

  /**
   * The id for confirming, and the code that is shown this once.
   *
   * @param writeTo at busy times codes by text are late; whoever sends any text to this number from
   *     the phone that waits moves its code to the front. Absent where nobody reads texts
   */
  record Created(
      UUID id,
      String receiptCode,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String writeTo) {
    @Override
    public String toString() {
      return "Created";
    }
  }

  @PostMapping("/api/v1/registrations")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Register; codes go to the contacts, the receipt code comes back here only",
      description =
          "At busy times a code by text can take three days or longer; by e-mail it comes at once."
              + " Where writeTo is given, any text sent there from the phone that waits moves its"
              + " code to the front. With an alert there are no people: whoever sends it is told"
              + " before waves of that size in the country, as /api/v1/waves releases them.")
  Created register(@RequestBody Bodies.Registration registration) {
    ReceiptCode code = ReceiptCode.random();
    UUID id = post.send(readers.registration(registration, code).orRefuse());
    return new Created(id, code.display(), writeTo);
  }

  @PostMapping("/api/v1/registrations/{id}/confirmations")
  @Operation(summary = "Type back the six digits that came to a contact")
  ResponseEntity<Results.Result> confirm(
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String receipt,
      @RequestBody Bodies.Confirmation confirmation) {
    Access access = access(receipt);
    int slot = Results.slot(confirmation.slot());
    String code = Results.digits(confirmation.code());
    Reply reply = post.ask(new Confirm(id, access.proof(), slot, code));
    if (reply instanceof Reply.Judged(Answer answer) && answer == Answer.WRONG) {
      // A wrong proof and a wrong code are told apart by nobody.
      throw new Refused(ProblemKind.WRONG_CODE);
    }
    return Results.of(reply);
  }

  @PostMapping("/api/v1/registrations/{id}/resend")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Send another code; the answer is always the same")
  Results.Result resend(
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String receipt,
      @RequestBody Bodies.Resend resend) {
    Access access = access(receipt);
    post.send(
        new org.termin.contract.sealed.Resend(id, access.proof(), Results.slot(resend.slot())));
    return Results.RECEIVED;
  }

  private static Access access(@Nullable String receipt) {
    return ReceiptHeader.read(receipt).orElseThrow(() -> new Refused(ProblemKind.UNKNOWN_CODE));
  }
}
