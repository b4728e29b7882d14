package org.termin.testkit.sms;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Just enough HTTP/1.1 on a bare socket; the JDK's server cannot reset or break off on purpose. */
final class RawHttp implements AutoCloseable {
  record Request(String method, URI uri, Map<String, String> headers, String body) {}

  /** Answers a request; false means that the connection is done. */
  interface Handler {
    boolean answer(Request request, Socket socket) throws IOException, InterruptedException;
  }

  private final ServerSocket server;
  private final Handler handler;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  RawHttp(InetAddress address, int port, Handler handler) {
    try {
      this.server = new ServerSocket(port, 512, address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.handler = handler;
    Thread.ofPlatform().daemon().name("fake-sms").start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        // closed, or one connection less
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      Request request = read(in);
      while (request != null && handler.answer(request, socket)) {
        request = read(in);
      }
    } catch (IOException e) {
      // the other side went away
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private static @Nullable Request read(InputStream in) throws IOException {
    String start = line(in);
    if (start == null) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    String header = line(in);
    while (header != null && !header.isEmpty()) {
      int colon = header.indexOf(':');
      headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
      header = line(in);
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    String[] parts = start.split(" ", 3);
    return new Request(parts[0].toUpperCase(Locale.ROOT), URI.create(parts[1]), headers, body);
  }

  private static @Nullable String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int one = in.read(); one != '\n'; one = in.read()) {
      if (one < 0) {
        return null;
      }
      if (one != '\r') {
        line.write(one);
      }
    }
    return line.toString(StandardCharsets.US_ASCII);
  }

  /** Writes a whole answer, or claims to and stops after so many bytes of the body. */
  static void write(Socket socket, int status, String type, String extra, byte[] body, int sent)
      throws IOException {
    String head =
        "HTTP/1.1 %d %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s\r\n"
            .formatted(status, "Answer", type, body.length, extra);
    if (status == 204) {
      head = "HTTP/1.1 204 No Content\r\n\r\n";
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    all.write(body, 0, sent);
    socket.getOutputStream().write(all.toByteArray());
    socket.getOutputStream().flush();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
