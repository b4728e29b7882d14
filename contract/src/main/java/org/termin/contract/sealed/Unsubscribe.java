package org.termin.contract.sealed;

/** The one-click stop of a mail; the token says which contact, see {@link StopToken}. */
public record Unsubscribe(String token) implements Message {

  public Unsubscribe {
    if (token.isEmpty() || token.length() > 100) {
      throw new IllegalArgumentException("not a token");
    }
  }

  @Override
  public String toString() {
    return "Unsubscribe";
  }
}
