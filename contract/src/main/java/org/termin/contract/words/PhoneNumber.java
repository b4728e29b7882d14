package org.termin.contract.words;

import java.util.Optional;
import java.util.regex.Pattern;

/** A phone number in E.164. */
public record PhoneNumber(String value) implements Contact {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  public PhoneNumber {
    if (!E164.matcher(value).matches()) {
      throw new IllegalArgumentException("not an E.164 number");
    }
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  /** Country calling code and three digits: what pumping budgets are counted under. */
  public String prefix() {
    return PhoneRules.prefix(this);
  }

  /** The country whose number it is, where it belongs to one. */
  public Optional<Country> region() {
    return PhoneRules.region(this);
  }

  /** The plus, the first two digits and the last two. */
  @Override
  public String masked() {
    return value.substring(0, 3) + "…" + value.substring(value.length() - 2);
  }

  @Override
  public String toString() {
    return masked();
  }
}
