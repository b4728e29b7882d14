package org.termin.contract.sealed;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.Objects;
import org.termin.contract.words.DocumentState;

/** How a document stood before a reply changed it, so that "not me" can put it back for 14 days. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"day", "document", "earlier"})
public record Undo(LocalDate day, int document, DocumentState earlier) {

  public Undo {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(earlier, "earlier");
    if (document < 1 || document > 255) {
      throw new IllegalArgumentException("not a document");
    }
  }

  @Override
  public String toString() {
    return "Undo";
  }
}
