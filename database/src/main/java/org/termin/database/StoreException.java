package org.termin.database;

import org.jspecify.annotations.Nullable;

/** Says in one sentence, fit for an operator's eyes, why the store cannot be used. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StoreException(String sentence) {
    this(sentence, null);
  }

  public StoreException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /** The one sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
