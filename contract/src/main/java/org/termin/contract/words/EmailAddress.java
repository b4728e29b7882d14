package org.termin.contract.words;

import java.util.Locale;
import java.util.regex.Pattern;

/** A mail address with lower-case domain and local part. */
public record EmailAddress(String value) implements Contact {

  /** RFC 5321 allows 254 octets in a path. */
  static final int LONGEST = 254;

  private static final Pattern FORM =
      Pattern.compile(
          "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  public EmailAddress {
    if (value.length() > LONGEST || value.indexOf('@') > 64 || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a mail address");
    }
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  /** The part after the at sign, which decides about routes. */
  public String domain() {
    return value.substring(value.indexOf('@') + 1);
  }

  /** First letter, at sign, first letter of the domain and the last label. */
  @Override
  public String masked() {
    String domain = domain();
    return value.charAt(0)
        + "…@"
        + domain.charAt(0)
        + "…"
        + domain.substring(domain.lastIndexOf('.')).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return masked();
  }
}
