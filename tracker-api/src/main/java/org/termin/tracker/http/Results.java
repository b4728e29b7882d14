package org.termin.tracker.http;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.termin.contract.words.Answer;
import org.termin.tracker.post.Reply;

/**
 * What a change is answered with: 200 with the result, 202 while nothing was said, or a problem.
 */
public final class Results {
  static final Result RECEIVED = new Result("received");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{6}");

  private Results() {}

  /** One word: {@code done} or {@code received}. */
  public record Result(String result) {}

  static ResponseEntity<Result> of(Reply reply) {
    return switch (reply) {
      case Reply.Received() -> ResponseEntity.accepted().body(RECEIVED);
      case Reply.Judged(Answer answer) when answer == Answer.DONE ->
          ResponseEntity.ok(new Result(answer.name().toLowerCase(Locale.ROOT)));
      case Reply.Judged(Answer answer) -> throw new Refused(kind(answer));
    };
  }

  /** The problem a person is told of when their change did not go through. */
  public static ProblemKind kind(Answer answer) {
    return switch (answer) {
      case DONE -> ProblemKind.INTERNAL_ERROR;
      case WRONG -> ProblemKind.UNKNOWN_CODE;
      case EXPIRED -> ProblemKind.EXPIRED_CODE;
      case LOCKED -> ProblemKind.LOCKED_CODE;
      case STALE -> ProblemKind.CHANGED_MEANWHILE;
      case INVALID -> ProblemKind.NOT_POSSIBLE;
    };
  }

  static int slot(@Nullable Integer slot) {
    if (slot == null || slot < 0 || slot > 254) {
      throw new Refused(ProblemKind.UNKNOWN_CONTACT);
    }
    return slot;
  }

  /** Six digits, however they were spaced. */
  public static String digits(@Nullable String typed) {
    String digits = typed == null || typed.length() > 40 ? "" : typed.replaceAll("[\\s-]", "");
    if (!DIGITS.matcher(digits).matches()) {
      throw new Refused(ProblemKind.UNREADABLE_CONFIRMATION);
    }
    return digits;
  }
}
