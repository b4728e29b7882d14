package org.termin.tracker;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.termin.contract.words.OnionHost;

/** Refuses settings that would tell people something untrue. */
@Component
class StartCheck {
  private static final Logger LOG = LoggerFactory.getLogger(StartCheck.class);

  StartCheck(DoorSettings settings, @Value("${server.address}") String address) {
    if (settings.recording() && !loopback(address)) {
      throw new CannotStart(
          "Recording sends nothing, so its pages must not be public: bind the door to 127.0.0.1.");
    }
    if (settings.recording() && !settings.publicUrl().isEmpty() && !local(settings.publicUrl())) {
      throw new CannotStart(
          "Recording sends nothing, so its pages must not be public: TERMIN_PUBLIC_URL has to be"
              + " a loopback address.");
    }
    if (!settings.callback().url().isEmpty() && settings.callback().secretFile().isBlank()) {
      throw new CannotStart(
          "TERMIN_CALLBACK_URL is set, but TERMIN_CALLBACK_SECRET_FILE names no file with the"
              + " secret of its path.");
    }
    if (!isOnionService(settings.publicUrl())) {
      demandHttps("TERMIN_PUBLIC_URL", settings.publicUrl());
    }
    if (!settings.smsNumber().isEmpty() && !settings.smsNumber().matches("\\+[1-9][0-9]{6,14}")) {
      throw new CannotStart(
          "TERMIN_SMS_NUMBER has to be a number people can write to, such as +48732000000.");
    }
    demandHttps("TERMIN_CALLBACK_URL", settings.callback().url());
    if (!loopback(address)) {
      LOG.warn(
          "The door is not bound to 127.0.0.1 and speaks http: put something before it that speaks"
              + " https.");
    }
  }

  private static void demandHttps(String name, String url) {
    if (!url.isEmpty() && !url.regionMatches(true, 0, "https://", 0, 8) && !local(url)) {
      throw new CannotStart(
          name + " is public and not https: all that people type would cross networks readable.");
    }
  }

  /** What goes there is encrypted by its name, and browsers that reach it treat it as https. */
  private static boolean isOnionService(String url) {
    try {
      URI address = new URI(url);
      return "http".equalsIgnoreCase(address.getScheme()) && OnionHost.is(address.getHost());
    } catch (URISyntaxException noAddress) {
      return false;
    }
  }

  private static boolean local(String url) {
    try {
      String host = new URI(url).getHost();
      return host != null && loopback(host);
    } catch (URISyntaxException noAddress) {
      return false;
    }
  }

  /** An empty address is every address. */
  private static boolean loopback(String host) {
    try {
      return !host.isBlank() && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
