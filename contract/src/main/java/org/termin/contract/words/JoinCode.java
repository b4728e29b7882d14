package org.termin.contract.words;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The one reusable code of a community; does not print itself, membership is nobody's business. */
public record JoinCode(@JsonValue String value) {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{2,31}");

  @JsonCreator
  public JoinCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a join code");
    }
  }

  @Override
  public String toString() {
    return "JoinCode";
  }
}
