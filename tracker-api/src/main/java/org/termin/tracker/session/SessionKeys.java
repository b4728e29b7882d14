package org.termin.tracker.session;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The keys cookies are sealed with: random, in memory only, new each hour, the previous one kept
 * one hour more. A restart forgets everybody, which is the point.
 */
@Component
public class SessionKeys {
  private static final byte VERSION = 0x05;
  private static final byte[] AAD = "termin/session/1".getBytes(StandardCharsets.US_ASCII);
  private static final Duration LIFE = Duration.ofHours(1);

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private Key current;
  private @Nullable Key previous;

  private record Key(int number, AesGcmJce seal, Instant born) {}

  SessionKeys(Clock clock) {
    this.clock = clock;
    this.current = made(random.nextInt(256));
  }

  /** The cookie's value. */
  public String seal(Session session) {
    Key key = current();
    try {
      byte[] box = key.seal().encrypt(session.bytes(), AAD);
      byte[] all = new byte[box.length + 2];
      all[0] = VERSION;
      all[1] = (byte) key.number();
      System.arraycopy(box, 0, all, 2, box.length);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a session could not be sealed");
    }
  }

  /** The session of a cookie we sealed within the last hours; anything else is nobody. */
  public Optional<Session> open(String cookie) {
    if (cookie.length() > 400) {
      return Optional.empty();
    }
    try {
      byte[] all = Base64.getUrlDecoder().decode(cookie);
      Key key = all.length > 2 && all[0] == VERSION ? named(all[1] & 0xff) : null;
      if (key == null) {
        return Optional.empty();
      }
      return Session.of(key.seal().decrypt(Arrays.copyOfRange(all, 2, all.length), AAD));
    } catch (IllegalArgumentException | GeneralSecurityException foreign) {
      return Optional.empty();
    }
  }

  private synchronized Key current() {
    Instant now = clock.instant();
    if (!now.isBefore(current.born().plus(LIFE))) {
      boolean fresh = now.isBefore(current.born().plus(LIFE).plus(LIFE));
      previous = fresh ? current : null;
      current = made((current.number() + 1) & 0xff);
    }
    return current;
  }

  private synchronized @Nullable Key named(int number) {
    Key now = current();
    if (now.number() == number) {
      return now;
    }
    Key before = previous;
    boolean usable =
        before != null
            && before.number() == number
            && clock.instant().isBefore(now.born().plus(LIFE));
    return usable ? before : null;
  }

  private Key made(int number) {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    try {
      return new Key(number, new AesGcmJce(secret), clock.instant());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM is missing from this Java");
    }
  }
}
