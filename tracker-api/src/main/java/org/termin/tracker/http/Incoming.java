package org.termin.tracker.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Collects a body as it comes, and lets the request go on when it is whole. */
final class Incoming implements ReadListener {
  /** One byte more than is allowed, so that too much is seen to be too much. */
  private static final int KEPT = BodyLimitFilter.MOST + 1;

  /** Who sends more is not listened to, and may not hear why. */
  static final int HEARD = 1024 * 1024;

  private final ServletInputStream in;
  private final Whole request;
  private final AsyncContext async;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[4096];
  private int heard;
  private boolean over;

  Incoming(ServletInputStream in, Whole request, AsyncContext async) {
    this.in = in;
    this.request = request;
    this.async = async;
  }

  @Override
  public void onDataAvailable() throws IOException {
    while (!over && in.isReady()) {
      int count = in.read(buffer);
      if (count < 0) {
        return;
      }
      heard += count;
      body.write(buffer, 0, Math.min(count, KEPT - body.size()));
      if (heard > HEARD) {
        goOn();
      }
    }
  }

  @Override
  public void onAllDataRead() {
    goOn();
  }

  /** It broke off: nobody is there to be answered. */
  @Override
  public void onError(Throwable broken) {
    over = true;
  }

  private void goOn() {
    if (!over) {
      over = true;
      request.is(body.toByteArray());
      async.dispatch();
    }
  }
}
