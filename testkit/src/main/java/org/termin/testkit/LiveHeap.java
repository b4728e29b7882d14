package org.termin.testkit;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * How much was still in use after each collection while it watched: what a program really needs.
 */
public final class LiveHeap implements AutoCloseable {
  private final AtomicLong most = new AtomicLong();
  private final List<NotificationEmitter> collectors;
  private final NotificationListener listener;

  private LiveHeap() {
    listener =
        (notification, _) -> {
          if (notification.getUserData() instanceof CompositeData data
              && notification
                  .getType()
                  .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            var after =
                GarbageCollectionNotificationInfo.from(data).getGcInfo().getMemoryUsageAfterGc();
            long used =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .map(pool -> after.get(pool.getName()))
                    .filter(Objects::nonNull)
                    .mapToLong(MemoryUsage::getUsed)
                    .sum();
            most.accumulateAndGet(used, Math::max);
          }
        };
    collectors =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(NotificationEmitter.class::isInstance)
            .map(NotificationEmitter.class::cast)
            .toList();
    collectors.forEach(one -> one.addNotificationListener(listener, null, null));
  }

  /** Begins to watch this program. */
  public static LiveHeap watch() {
    return new LiveHeap();
  }

  /** Bytes in use after the worst collection since then; one more is made for the answer. */
  public long most() {
    System.gc();
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return Math.max(most.get(), heap.getUsed());
  }

  @Override
  public void close() {
    for (NotificationEmitter one : collectors) {
      try {
        one.removeNotificationListener(listener);
      } catch (ListenerNotFoundException gone) {
        throw new IllegalStateException(gone);
      }
    }
  }
}
