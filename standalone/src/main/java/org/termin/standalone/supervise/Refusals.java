package org.termin.standalone.supervise;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.termin.embedded.CannotStart;

/** What is refused before anything starts, each in one sentence. */
record Refusals(Settings settings) {
  void check(Map<String, String> environment) {
    boolean credentials =
        environment.keySet().stream()
            .anyMatch(name -> name.startsWith("TWILIO_") || name.startsWith("SPRING_MAIL_HOST"));
    if (settings.recording()) {
      demandLoopback(environment, "TERMIN_PUBLIC_URL");
      demandLoopback(environment, "TERMIN_CALLBACK_URL");
      if (!loopback(settings.bind())) {
        throw refused(
            "Recording shows every message, so it cannot be bound to other machines: leave --bind"
                + " away.");
      }
      if (Files.exists(settings.folders().sentForReal())) {
        throw refused(
            "The data in %s has been used with a real provider, so its messages are not shown: choose another folder with --data."
                .formatted(settings.folders().data()));
      }
    } else if (Files.exists(settings.folders().simulated())) {
      throw refused(
          "The clock of the data in %s can be moved, so nothing real is sent from it: choose another folder with --data, or add --recording."
              .formatted(settings.folders().data()));
    } else if (credentials) {
      mark(settings.folders().sentForReal());
    }
    if (settings.simulatedClock()) {
      mark(settings.folders().simulated());
    }
  }

  private static void demandLoopback(Map<String, String> environment, String name) {
    String address = environment.getOrDefault(name, "");
    if (!address.isBlank() && !loopback(host(address))) {
      throw refused(
          "Recording shows every message, so %s must be an address of this machine: unset it, or leave --recording away."
              .formatted(name));
    }
  }

  private static String host(String address) {
    try {
      return String.valueOf(URI.create(address).getHost());
    } catch (IllegalArgumentException e) {
      return "not an address";
    }
  }

  private static boolean loopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static void mark(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "this file must stay\n");
    } catch (IOException e) {
      throw new CannotStart("The data folder %s cannot be written.".formatted(file.getParent()), e);
    }
  }

  private static CannotStart refused(String sentence) {
    return new CannotStart(sentence + " Nothing was changed.");
  }
}
