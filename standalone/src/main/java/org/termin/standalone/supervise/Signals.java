package org.termin.standalone.supervise;

import java.io.IOException;

/** Sends a signal that Java has no word for. */
final class Signals {
  private Signals() {}

  static void send(long pid, String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("no kill command on this machine", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
