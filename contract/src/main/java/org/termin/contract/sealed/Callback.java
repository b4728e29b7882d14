package org.termin.contract.sealed;

/**
 * A provider's call exactly as it came, so that the notifier can check the provider's signature.
 */
public record Callback(String url, String signature, String body) implements Message {

  /** The door answers 413 to anything longer. */
  public static final int LONGEST_BODY = 2_500;

  private static final int LONGEST_URL = 700;
  private static final int LONGEST_SIGNATURE = 200;

  public Callback {
    if (body.length() > LONGEST_BODY
        || url.length() > LONGEST_URL
        || signature.length() > LONGEST_SIGNATURE) {
      throw new IllegalArgumentException("too long for a callback");
    }
  }

  @Override
  public String toString() {
    return "Callback";
  }
}
