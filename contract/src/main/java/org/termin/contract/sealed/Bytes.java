package org.termin.contract.sealed;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Writes layouts: labels, numbers big-endian, ids as 16 bytes. */
final class Bytes {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(128);

  private Bytes() {}

  static Bytes start() {
    return new Bytes();
  }

  /** ASCII text and the zero byte that ends every label. */
  static Bytes label(String label) {
    return start().text(label).zero();
  }

  Bytes text(String text) {
    return raw(text.getBytes(StandardCharsets.UTF_8));
  }

  Bytes zero() {
    return u8(0);
  }

  Bytes u8(int value) {
    if (value < 0 || value > 0xFF) {
      throw new IllegalArgumentException("not a u8");
    }
    out.write(value);
    return this;
  }

  Bytes u16(int value) {
    if (value < 0 || value > 0xFFFF) {
      throw new IllegalArgumentException("not a u16");
    }
    return u8(value >> 8).u8(value & 0xFF);
  }

  Bytes u32(long value) {
    if (value < 0 || value > 0xFFFF_FFFFL) {
      throw new IllegalArgumentException("not a u32");
    }
    return raw(ByteBuffer.allocate(4).putInt((int) value).array());
  }

  Bytes id(UUID id) {
    return raw(of(id));
  }

  Bytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  Bytes zeroTo(int length) {
    if (out.size() > length) {
      throw new IllegalArgumentException("too long for its box");
    }
    return raw(new byte[length - out.size()]);
  }

  byte[] done() {
    return out.toByteArray();
  }

  static byte[] of(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  static UUID id(ByteBuffer from) {
    return new UUID(from.getLong(), from.getLong());
  }
}
