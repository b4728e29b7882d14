package org.termin.tracker;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Refuses settings that would tell people something untrue. */
@Component
class StartCheck {
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
  }

  private static boolean local(String url) {
    String host = URI.create(url).getHost();
    return host != null && loopback(host);
  }

  private static boolean loopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
