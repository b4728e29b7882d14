package org.termin.tracker.http;

import io.github.bucket4j.Bucket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
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
  private static final int MOST_KEPT = 100_000;

  /** Sorts of requests, each with its own allowance. */
  enum Sort {
    READ,
    PLAN,
    CHANGE,
    REGISTER,
    CALLBACK
  }

  private final DoorSettings.Limits allowed;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();
  private LocalDate day = LocalDate.MIN;
  private SecretKeySpec key = new SecretKeySpec(new byte[32], "HmacSHA256");

  Limits(DoorSettings settings, Clock clock) {
    this.allowed = settings.limits();
    this.clock = clock;
  }

  boolean allows(Sort sort, String address) {
    if (buckets.size() > MOST_KEPT) {
      buckets.clear();
    }
    return buckets.computeIfAbsent(name(sort, network(address)), _ -> bucket(sort)).tryConsume(1);
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
  private static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    String[] groups = address.split(":", -1);
    return String.join(":", java.util.Arrays.copyOf(groups, Math.min(4, groups.length)));
  }

  private synchronized String name(Sort sort, String network) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!today.equals(day)) {
      byte[] fresh = new byte[32];
      random.nextBytes(fresh);
      key = new SecretKeySpec(fresh, "HmacSHA256");
      day = today;
      buckets.clear();
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] name = mac.doFinal((sort + " " + network).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(name);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC-SHA256 is missing from this Java");
    }
  }
}
