package org.termin.tracker.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** An RFC 9457 problem; its type is the address of a page that explains it. */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<At> errors) {
  public Problem {
    errors = List.copyOf(errors);
  }

  /** One field at fault. */
  public record At(String pointer, String type, String title) {}
}
