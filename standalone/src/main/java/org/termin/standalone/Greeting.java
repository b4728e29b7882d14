package org.termin.standalone;

import java.io.PrintWriter;
import org.termin.standalone.supervise.Settings;
import org.termin.standalone.supervise.Supervisor;

/** What the person at the keyboard reads when everything runs. */
final class Greeting {
  private Greeting() {}

  static void print(PrintWriter out, Supervisor running, double seconds) {
    Settings settings = running.settings();
    out.printf("%nTermin is ready after %.0f seconds.%n%n", seconds);
    line(out, "pages", running.door() + "/");
    line(out, "REST", running.door() + "/api/v1/openapi.json");
    line(out, "notifier", running.management("notifier") + "/actuator/health");
    if (settings.recording()) {
      line(out, "messages", running.management("notifier") + "/recording/inbox");
    }
    if (settings.simulatedClock()) {
      line(out, "clock", running.management("notifier") + "/simulation/clock");
    }
    line(out, "data", settings.folders().data().toString());
    line(
        out, "keys", settings.folders().keys() + "  (keep a copy: without them nobody is reached)");
    out.println();
    if (settings.recording()) {
      out.println("Recording: messages are shown on this machine only, and nothing is sent.");
    } else {
      Channels.of(System.getenv()).sentences().forEach(out::println);
    }
    out.println("Ctrl-C stops; the data is kept.");
  }

  private static void line(PrintWriter out, String what, String where) {
    out.printf("  %-10s %s%n", what, where);
  }
}
