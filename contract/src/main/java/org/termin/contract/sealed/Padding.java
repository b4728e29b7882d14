package org.termin.contract.sealed;

import java.util.Arrays;
import java.util.Optional;

/** Contents of one of two lengths: {@code u16 length, JSON, zeros}. */
final class Padding {

  static final int SMALL = 2_048;
  static final int LARGE = 4_096;

  private Padding() {}

  static boolean fits(byte[] json, int size) {
    return json.length <= size - 2;
  }

  static byte[] pad(byte[] json, int size) {
    return Bytes.start().u16(json.length).raw(json).zeroTo(size).done();
  }

  /** To the smaller length, or the larger where that is too small. */
  static byte[] pad(byte[] json) {
    return pad(json, fits(json, SMALL) ? SMALL : LARGE);
  }

  static Optional<byte[]> unpad(byte[] padded) {
    if (padded.length != SMALL && padded.length != LARGE) {
      return Optional.empty();
    }
    int length = ((padded[0] & 0xFF) << 8) | (padded[1] & 0xFF);
    if (length > padded.length - 2) {
      return Optional.empty();
    }
    for (int i = 2 + length; i < padded.length; i++) {
      if (padded[i] != 0) {
        return Optional.empty();
      }
    }
    return Optional.of(Arrays.copyOfRange(padded, 2, 2 + length));
  }
}
