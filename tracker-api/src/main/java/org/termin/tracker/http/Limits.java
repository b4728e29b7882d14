package org.termin.tracker.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.termin.tracker.DoorSettings;

/**
 * So many requests a minute and address. An address is known only as an HMAC under a key that lives
 * in memory for one day; tomorrow nobody can tell who it was.
 */
@Component
class Limits {
  static final int MOST_KEPT = 100_000;
  private static final int BYTES_OF_A_NETWORK = 8;

  private final DoorSettings.Limits allowed;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * When there are too many, those seldom seen go first: a flood of addresses neither locks out a
   * newcomer nor gives those who keep knocking a new allowance. After a minute of silence an
   * allowance is whole again, so nothing is lost by forgetting it.
   */
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_KEPT)
          .expireAfterAccess(Duration.ofMinutes(1))
          .executor(Runnable::run)
          .build();

  private LocalDate day = LocalDate.MIN;
  private SecretKeySpec key = new SecretKeySpec(new byte[32], "HmacSHA256");

  Limits(DoorSettings settings, Clock clock) {
    this.allowed = settings.limits();
    this.clock = clock;
  }

  boolean allows(Sort sort, InetAddress address) {
    return buckets.get(name(sort, address), _ -> bucket(sort)).tryConsume(1);
  }

  /** How many allowances are remembered. */
  long kept() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  private Bucket bucket(Sort sort) {
    int perMinute =
        switch (sort) {
          case READ -> allowed.reads();
          case PLAN -> allowed.plans();
          case CHANGE -> allowed.changes();
          case REGISTER -> allowed.registrations();
          case CALLBACK -> allowed.callbacks();
        };
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }

  /** One household's IPv6 addresses are one network. */
  private static byte[] network(InetAddress address) {
    byte[] all = address.getAddress();
    return address instanceof Inet6Address ? Arrays.copyOf(all, BYTES_OF_A_NETWORK) : all;
  }

  private synchronized String name(Sort sort, InetAddress address) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!today.equals(day)) {
      byte[] fresh = new byte[32];
      random.nextBytes(fresh);
      key = new SecretKeySpec(fresh, "HmacSHA256");
      day = today;
      buckets.invalidateAll();
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(sort.name().getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(mac.doFinal(network(address)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC-SHA256 is missing from this Java");
    }
  }
}
