package org.termin.scheduler;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The pause between two looks, which ends at once when the program is told to stop. */
@Component
public class Closing {
  private final CountDownLatch told = new CountDownLatch(1);

  @EventListener(ContextClosedEvent.class)
  void tell() {
    told.countDown();
  }

  /** Whether the program is ending. */
  public boolean isTold() {
    return told.getCount() == 0;
  }

  /** Waits; true when the program is ending. */
  public boolean within(Duration pause) {
    try {
      return told.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
