package org.termin.contract.sealed;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.Objects;

/** "Later": asked on one day, to be told again on another, as a stage of its own (40–49). */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"document", "documentVersion", "stage", "asked", "until"})
public record Later(
    int document, int documentVersion, int stage, LocalDate asked, LocalDate until) {

  public Later {
    if (document < 1 || document > 255 || documentVersion < 1 || stage < 40 || stage > 49) {
      throw new IllegalArgumentException("not a postponement");
    }
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(until, "until");
  }

  @Override
  public String toString() {
    return "Later";
  }
}
