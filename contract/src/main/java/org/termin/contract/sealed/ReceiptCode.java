package org.termin.contract.sealed;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/**
 * The person's own key: 120 random bits, shown as six groups of four Crockford symbols. Everything
 * a registration is found, read and changed with follows from it; the code itself is stored
 * nowhere.
 */
public final class ReceiptCode {

  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BYTES = 15;
  private static final int LENGTH = 24;
  private static final String SALT = "termin/receipt/1";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] code;

  private ReceiptCode(byte[] code) {
    this.code = code;
  }

  /** A new code. */
  public static ReceiptCode random() {
    byte[] code = new byte[BYTES];
    RANDOM.nextBytes(code);
    return new ReceiptCode(code);
  }

  /** A code from its 15 bytes, as the sign-up session carries them. */
  public static ReceiptCode of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("15 bytes wanted");
    }
    return new ReceiptCode(bytes.clone());
  }

  /** Reads what a person typed: case, spaces, dashes, O for 0 and I or L for 1 do not matter. */
  public static Optional<ReceiptCode> parse(String typed) {
    byte[] code = new byte[BYTES];
    int symbols = 0;
    for (int i = 0; i < typed.length(); i++) {
      char typedSymbol = typed.charAt(i);
      if (!Character.isLetterOrDigit(typedSymbol)) {
        continue;
      }
      int value = valueOf(typedSymbol);
      if (value < 0 || symbols == LENGTH) {
        return Optional.empty();
      }
      for (int bit = 0; bit < 5; bit++) {
        int position = symbols * 5 + bit;
        code[position / 8] |= (byte) (((value >> (4 - bit)) & 1) << (7 - position % 8));
      }
      symbols++;
    }
    return symbols == LENGTH ? Optional.of(new ReceiptCode(code)) : Optional.empty();
  }

  private static int valueOf(char typed) {
    char symbol = Character.toUpperCase(typed);
    return switch (symbol) {
      case 'O' -> 0;
      case 'I', 'L' -> 1;
      default -> SYMBOLS.indexOf(symbol);
    };
  }

  /** Six groups of four, as it is shown and written down. */
  public String display() {
    StringBuilder shown = new StringBuilder(29);
    for (int symbol = 0; symbol < LENGTH; symbol++) {
      if (symbol > 0 && symbol % 4 == 0) {
        shown.append('-');
      }
      int value = 0;
      for (int position = symbol * 5; position < symbol * 5 + 5; position++) {
        value = (value << 1) | ((code[position / 8] >> (7 - position % 8)) & 1);
      }
      shown.append(SYMBOLS.charAt(value));
    }
    return shown.toString();
  }

  /** What finds the row. */
  public Lookup lookup() {
    return Lookup.of(Derive.key(code, SALT, "lookup"));
  }

  /** What opens the view. */
  public ViewKey view() {
    return ViewKey.of(Derive.key(code, SALT, "view"));
  }

  /** What proves the right to change. */
  public Proof proof() {
    return Proof.of(Derive.key(code, SALT, "proof"));
  }

  /** What is stored of the proof. */
  public ProofHash proofHash() {
    return proof().hash();
  }

  /** The 15 bytes, for the sign-up session only. */
  public byte[] bytes() {
    return code.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReceiptCode that && Arrays.equals(code, that.code);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(code);
  }

  @Override
  public String toString() {
    return "ReceiptCode";
  }
}
