package org.termin.contract.words;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * What is known of person 1, 2, 3 … of a household: whether a child, and a sign if one was chosen.
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"number", "child", "sign"})
public record Person(int number, boolean child, @Nullable Sign sign) {

  public Person {
    if (number < 1 || number > Situation.MOST) {
      throw new IllegalArgumentException("people are numbered from 1");
    }
  }

  @Override
  public String toString() {
    return "Person " + number;
  }
}
