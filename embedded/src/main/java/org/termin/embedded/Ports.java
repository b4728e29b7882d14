package org.termin.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds free ports on the loopback address and says plainly when a wanted one is taken. */
public final class Ports {
  private static final int LOWEST = 16_000;
  private static final int HIGHEST = 31_000;

  private Ports() {}

  /**
   * A port that is free now, and outside the range from which outgoing connections take theirs: one
   * of those could otherwise be standing on it a second later.
   */
  public static int free() {
    for (int tries = 0; tries < 100; tries++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (isFree(port)) {
        return port;
      }
    }
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new CannotStart("No free port could be found on this machine.", e);
    }
  }

  /** The wanted port, or a free one for 0. */
  public static int claim(String whose, int wanted) {
    if (wanted == 0) {
      return free();
    }
    demandFree(whose, wanted);
    return wanted;
  }

  /** Whether nobody listens on the port. */
  public static boolean isFree(int port) {
    try {
      bind(port);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Fails with one sentence when another program listens on the port. */
  public static void demandFree(String whose, int port) {
    try {
      bind(port);
    } catch (IOException e) {
      throw new CannotStart(
          "Port %d, which %s needs, is taken by another program: stop that program or choose another port; nothing was changed."
              .formatted(port, whose),
          e);
    }
  }

  private static void bind(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }
  }
}
