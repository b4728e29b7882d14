package org.termin.tracker.organiser;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * An address as a QR code: the outline of its dark squares, for a drawing of {@code size} by {@code
 * size}.
 */
record AddressCode(int size, String path) {
  /** Readers ask for four light squares around it. */
  private static final int QUIET = 4;

  static AddressCode of(String address) {
    ByteMatrix squares = squares(address);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < squares.getHeight(); y++) {
      for (int x = 0; x < squares.getWidth(); x++) {
        if (squares.get(x, y) == 1) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return new AddressCode(squares.getWidth() + 2 * QUIET, path.toString());
  }

  private static ByteMatrix squares(String address) {
    try {
      // on a wall a quarter of it may be torn off or scribbled over
      return Encoder.encode(address, ErrorCorrectionLevel.Q).getMatrix();
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("an address of this length fits into no QR code");
    }
  }
}
