package org.termin.tracker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.termin.contract.words.RussianRoutes;

/** What an operator can set for the door; every name is in {@code docs/configuration.md}. */
@ConfigurationProperties("termin")
public record DoorSettings(
    @DefaultValue Db db,
    @DefaultValue Keys keys,
    @DefaultValue Callback callback,
    @DefaultValue Limits limits,
    @DefaultValue Answer answer,
    @DefaultValue({"sms", "email"}) Set<String> channels,
    @DefaultValue("") String publicUrl,
    @DefaultValue("refused") RussianRoutes russianRoutes,
    @DefaultValue("") String controller,
    @DefaultValue("false") boolean recording,
    @DefaultValue("") String smsNumber,
    @DefaultValue("") String sourceUrl) {

  /** As long as who runs this and how to reach them may be, on one line. */
  private static final int LONGEST_CONTROLLER = 300;

  private static final Pattern SOURCE_URL =
      Pattern.compile("https://[a-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?");

  public DoorSettings {
    channels = Set.copyOf(channels);
    publicUrl = withoutSlash(publicUrl);
    controller = controller.strip();
    sourceUrl = sourceUrl.strip();
    if (!sourceUrl.isEmpty() && !SOURCE_URL.matcher(sourceUrl).matches()) {
      throw new CannotStart(
          "TERMIN_SOURCE_URL is where the source code can be read: an https address.");
    }
    if (controller.length() > LONGEST_CONTROLLER
        || controller.codePoints().anyMatch(Character::isISOControl)) {
      throw new CannotStart(
          "TERMIN_CONTROLLER is one line of at most %d characters: who runs this, and how to reach them."
              .formatted(LONGEST_CONTROLLER));
    }
  }

  /** Where a phone may write for its code; nothing where nobody reads what it writes. */
  public Optional<String> writeTo() {
    return Optional.of(smsNumber).filter(number -> !number.isEmpty() && channels.contains("sms"));
  }

  /**
   * How the door reaches the store.
   *
   * @param organiserPasswordFile of the login that reads what is released for communities; without
   *     it organisers are told that their figures cannot be read
   */
  public record Db(
      @Nullable String url,
      @DefaultValue("") String passwordFile,
      @DefaultValue("") String organiserPasswordFile) {}

  /** Where the public halves of the intake keys are. */
  public record Keys(@DefaultValue("") String publicDir) {}

  /** The address providers call, and the secret part of its path. */
  public record Callback(@DefaultValue("") String url, @DefaultValue("") String secretFile) {
    public Callback {
      url = withoutSlash(url);
    }
  }

  /**
   * Requests per minute and address; generous, because many people share one Tor exit or one mobile
   * operator's address.
   */
  public record Limits(
      @DefaultValue("600") int reads,
      @DefaultValue("120") int plans,
      @DefaultValue("60") int changes,
      @DefaultValue("30") int registrations,
      @DefaultValue("6000") int callbacks,
      @DefaultValue("false") boolean forwarded) {}

  /** How long the door waits for the notifier's word, how often it looks, how many may wait. */
  public record Answer(
      @DefaultValue("3s") Duration within,
      @DefaultValue("50ms") Duration every,
      @DefaultValue("40") int waiting) {}

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** The first line of a secret's file; empty where no file is named. */
  public static String secret(String file, String what) {
    if (file.isBlank()) {
      return "";
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException unreadable) {
      throw new CannotStart("The file with %s cannot be read: %s.".formatted(what, file));
    }
  }
}
