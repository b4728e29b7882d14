package org.termin.tracker.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;

/** A body that is here already. */
final class InMemory extends ServletInputStream {
  private final ByteArrayInputStream in;

  InMemory(ByteArrayInputStream in) {
    this.in = in;
  }

  @Override
  public int read() {
    return in.read();
  }

  @Override
  public int read(byte[] target, int from, int length) {
    return in.read(target, from, length);
  }

  @Override
  public boolean isFinished() {
    return in.available() == 0;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void setReadListener(ReadListener listener) {
    throw new UnsupportedOperationException("bodies are read at once");
  }
}
