package org.termin.notifier.delivery;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.termin.contract.words.Channel;

/**
 * One of the places in flight and one of the channel's tokens for each request. Whoever waits here
 * holds nothing in the database yet.
 */
final class Permits {

  private final Semaphore places;
  private final Map<Channel, Bucket> rates = new EnumMap<>(Channel.class);

  Permits(int inFlight, Map<Channel, Integer> perSecond) {
    this.places = new Semaphore(inFlight);
    perSecond.forEach((channel, rate) -> rates.put(channel, bucket(rate)));
  }

  /** Takes a permit if one comes free before the deadline; it must be given back. */
  boolean take(Channel channel, Duration wait) throws InterruptedException {
    long deadline = System.nanoTime() + wait.toNanos();
    if (!places.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
      return false;
    }
    Bucket rate = rates.get(channel);
    long left = Math.max(1, deadline - System.nanoTime());
    if (rate == null || rate.asBlocking().tryConsume(1, left)) {
      return true;
    }
    places.release();
    return false;
  }

  void giveBack() {
    places.release();
  }

  private static Bucket bucket(int perSecond) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }
}
