package org.termin.contract.words;

/**
 * The way a message reaches a person; the number is the kind byte of every key made of a contact.
 */
public enum Channel {
  SMS(1),
  EMAIL(2);

  private final int kind;

  Channel(int kind) {
    this.kind = kind;
  }

  /** The u8 that stands for this channel in indexes and keys. */
  public int kind() {
    return kind;
  }
}
