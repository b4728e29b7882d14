package org.termin.standalone.browser;

import com.microsoft.playwright.Response;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Says again what a door has said, under an address for each page. */
final class Replay implements AutoCloseable {
  /** They belong to the connection, or are no part of the page. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "transfer-encoding",
          "content-length",
          "connection",
          "keep-alive",
          "date",
          "set-cookie",
          "content-encoding");

  private final HttpServer server;
  private final URI door;
  private final Map<String, Said> pages = new LinkedHashMap<>();

  private record Said(Map<String, String> headers, byte[] body) {}

  private Replay(HttpServer server, URI door) {
    this.server = server;
    this.door = door;
  }

  static Replay start(URI door) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Replay replay = new Replay(server, door);
    server.createContext("/", replay::answer);
    server.start();
    return replay;
  }

  void keep(String name, Response answer) {
    pages.put("/" + name, new Said(answer.headers(), answer.body()));
  }

  List<String> addresses() {
    return pages.keySet().stream()
        .map(path -> "http://localhost:" + server.getAddress().getPort() + path)
        .toList();
  }

  /** Pages as they were kept, with status 200; style and icon as the door has them. */
  private void answer(HttpExchange exchange) throws IOException {
    Said said = pages.get(exchange.getRequestURI().getPath());
    if (said == null) {
      said = ofTheDoor(exchange.getRequestURI().getPath());
    }
    said.headers()
        .forEach(
            (name, value) -> {
              if (!LEFT_OUT.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().set(name, value);
              }
            });
    exchange.sendResponseHeaders(200, said.body().length);
    try (exchange;
        var out = exchange.getResponseBody()) {
      out.write(said.body());
    }
  }

  private Said ofTheDoor(String path) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(door.resolve(path)).build(), BodyHandlers.ofByteArray());
      Map<String, String> headers = new LinkedHashMap<>();
      answer.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
      return new Said(headers, answer.body());
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
