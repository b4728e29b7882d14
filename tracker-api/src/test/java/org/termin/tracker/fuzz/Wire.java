package org.termin.tracker.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Speaks HTTP by hand, because clients refuse to say most of what has to be said here. */
final class Wire {
  private static final int PATIENCE = 60_000;

  private Wire() {}

  /** Sends a request on a connection of its own and reads until the door has hung up. */
  static Answer send(int port, Shot shot) {
    try (Socket socket = new Socket()) {
      // ends with a reset: a hundred thousand closed connections would use up the ports
      socket.setSoLinger(true, 0);
      socket.setSoTimeout(PATIENCE);
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE);
      ByteArrayOutputStream in = new ByteArrayOutputStream();
      try {
        write(socket.getOutputStream(), port, shot);
        // whoever waits for the rest of a body learns that there is none
        socket.shutdownOutput();
      } catch (IOException enough) {
        // the door has answered already and does not want the rest
      }
      try {
        socket.getInputStream().transferTo(in);
      } catch (SocketTimeoutException silent) {
        throw silent;
      } catch (IOException hungUp) {
        // what was said before counts
      }
      return Answer.of(in.toByteArray());
    } catch (IOException failed) {
      throw new AssertionError("the door does not answer " + shot, failed);
    }
  }

  private static void write(OutputStream out, int port, Shot shot) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    String target = shot.path + (shot.query.isEmpty() ? "" : "?" + shot.query);
    text(all, shot.method + " " + target + " HTTP/1.1\r\n");
    if (shot.header("Host") == null) {
      text(all, "Host: 127.0.0.1:" + port + "\r\n");
    }
    text(all, "Connection: close\r\n");
    for (Shot.Pair header : shot.headers) {
      text(all, header.name() + ": " + header.value() + "\r\n");
    }
    byte[] body = shot.body();
    switch (shot.framing) {
      case PLAIN -> length(all, body, body.length, shot);
      case TRUNCATED -> length(all, body, body.length + 9, shot);
      case TOO_SHORT -> length(all, body, body.length / 2, shot);
      case UNKNOWN_CODING -> text(all, "Transfer-Encoding: x-" + shot.mark() + "\r\n\r\n");
      case CHUNKED -> chunks(all, body, "0\r\n\r\n");
      case BAD_CHUNKS -> chunks(all, body, shot.mark() + "\r\n\r\n");
      case TRUNCATED_CHUNKS -> chunks(all, body, "");
    }
    all.writeTo(out);
    out.flush();
  }

  private static void length(OutputStream out, byte[] body, int stated, Shot shot)
      throws IOException {
    boolean needed = stated > 0 || !shot.method.equals("GET");
    text(out, needed ? "Content-Length: " + stated + "\r\n\r\n" : "\r\n");
    out.write(body);
  }

  private static void chunks(OutputStream out, byte[] body, String end) throws IOException {
    text(out, "Transfer-Encoding: chunked\r\n\r\n");
    if (body.length > 0) {
      text(out, Integer.toHexString(body.length) + "\r\n");
      out.write(body);
      text(out, "\r\n");
    }
    text(out, end);
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
