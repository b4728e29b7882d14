package org.termin.standalone.supervise;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.termin.database.Role;

/**
 * What each service gets to know: its own password, and no provider's secret but the notifier's.
 */
record Environment(Settings settings, String storeUrl, String bus, Passwords passwords) {
  private static final Set<String> FROM_THE_MACHINE =
      Set.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "USER");

  Map<String, String> notifier(int port) {
    Map<String, String> all = common(Role.NOTIFIER);
    given()
        .forEach(
            (name, value) -> {
              if (name.startsWith("TWILIO_")
                  || name.startsWith("SPRING_MAIL_")
                  || name.startsWith("TERMIN_")) {
                all.putIfAbsent(name, value);
              }
            });
    all.put("SERVER_PORT", Integer.toString(port));
    all.put("MANAGEMENT_SERVER_PORT", Integer.toString(port));
    all.put("TERMIN_KEYS_DIR", settings.folders().keys().toString());
    all.put("TERMIN_DATA_DIR", settings.folders().data().toString());
    all.put("TERMIN_PUBLIC_KEYS_DIR", settings.folders().publicKeys().toString());
    return all;
  }

  Map<String, String> scheduler(int port) {
    Map<String, String> all = common(Role.SCHEDULER);
    all.put("SERVER_PORT", Integer.toString(port));
    all.put("MANAGEMENT_SERVER_PORT", Integer.toString(port));
    return all;
  }

  Map<String, String> tracker(int port, int management) {
    Map<String, String> all = common(Role.TRACKER);
    all.put(Role.ORGANISER_RO.passwordFileVariable(), passwords.file(Role.ORGANISER_RO).toString());
    all.put("TERMIN_PORT", Integer.toString(port));
    all.put("TERMIN_BIND", settings.bind());
    all.put("TERMIN_MANAGEMENT_PORT", Integer.toString(management));
    all.put("TERMIN_PUBLIC_KEYS_DIR", settings.folders().publicKeys().toString());
    return all;
  }

  private Map<String, String> common(Role role) {
    Map<String, String> all = new HashMap<>();
    given()
        .forEach(
            (name, value) -> {
              if (FROM_THE_MACHINE.contains(name)
                  || name.startsWith("LOGGING_")
                  || forEverybody(name)) {
                all.put(name, value);
              }
            });
    all.put("TERMIN_DB_URL", storeUrl);
    all.put(role.passwordFileVariable(), passwords.file(role).toString());
    all.put("TERMIN_KAFKA", bus);
    all.putIfAbsent(
        "TERMIN_PUBLIC_URL", "http://%s:%d".formatted(Settings.LOOPBACK, settings.port()));
    all.putIfAbsent("TERMIN_CALLBACK_SECRET_FILE", passwords.callbackSecret().toString());
    all.put("TERMIN_RECORDING", Boolean.toString(settings.recording()));
    all.put("TERMIN_SIMULATED_CLOCK", Boolean.toString(settings.simulatedClock()));
    return all;
  }

  private static boolean forEverybody(String name) {
    return name.startsWith("TERMIN_")
        && !name.startsWith("TERMIN_DB_")
        && !name.startsWith("TERMIN_KEYS_")
        && !name.startsWith("TERMIN_CANARY_")
        && !name.startsWith("TERMIN_TWILIO_");
  }

  /** This process's environment, and what the settings add. */
  Map<String, String> given() {
    Map<String, String> all = new TreeMap<>(System.getenv());
    all.putAll(settings.environment());
    return all;
  }

  @Override
  public String toString() {
    return "Environment";
  }
}
