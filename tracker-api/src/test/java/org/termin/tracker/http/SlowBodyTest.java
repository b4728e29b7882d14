package org.termin.tracker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.filter.OncePerRequestFilter;
import org.termin.tracker.Door;

/** Hundreds who send one byte now and then, against a door with few threads. */
class SlowBodyTest {
  private static final int DRIPPING = 300;
  private static final Duration HONEST = Duration.ofSeconds(10);
  private static final Door DOOR =
      Door.with("--server.tomcat.threads.max=20", "--termin.limits.body=4s");

  private final List<Socket> sockets = new ArrayList<>();
  private volatile boolean over;

  @AfterEach
  void hangUp() throws IOException {
    over = true;
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @AfterAll
  static void close() {
    DOOR.context.close();
  }

  /** Opens them all, and drips one byte into each, round after round. */
  private void drip(String begin, String byteByByte) throws IOException {
    for (int n = 0; n < DRIPPING; n++) {
      Socket socket = new Socket("127.0.0.1", DOOR.base.getPort());
      socket.getOutputStream().write(begin.getBytes(StandardCharsets.ISO_8859_1));
      sockets.add(socket);
    }
    byte[] drop = byteByByte.getBytes(StandardCharsets.ISO_8859_1);
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              while (!over) {
                sockets.forEach(socket -> drop(socket, drop));
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
              }
            });
  }

  private static void drop(Socket socket, byte[] drop) {
    try {
      socket.getOutputStream().write(drop);
    } catch (IOException hungUp) {
      // the door has had enough of this one
    }
  }

  /** Two honest requests, each on a connection of its own. */
  private void honestPeopleAreServed() {
    assertThat(status("GET", "/be", null)).isEqualTo(200);
    assertThat(status("POST", "/api/v1/plans", Door.json(Requests.household()))).isEqualTo(200);
  }

  private static int status(String method, String path, String body) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(DOOR.base + path))
              .timeout(HONEST)
              .header("Content-Type", "application/json")
              .method(
                  method,
                  body == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(body))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    } catch (IOException late) {
      return 0;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /api/v1/plans HTTP/1.1|Content-Type: application/json|Content-Length: 9000",
        "POST /be/start/documents HTTP/1.1|Content-Type: application/x-www-form-urlencoded"
            + "|Content-Length: 9000",
        "POST /nowhere HTTP/1.1|Content-Type: text/plain|Content-Length: 9000",
        "POST /api/v1/plans HTTP/1.1|Content-Type: application/json|Content-Length: 900000",
        "GET /be HTTP/1.1|Content-Length: 9000"
      })
  void bodiesThatDripHoldNobodyUp(String head) throws IOException {
    drip(head.replace("|", "\r\n") + "\r\nHost: door\r\n\r\n", "a");
    honestPeopleAreServed();
    everyoneIsHungUpOn();
  }

  @Test
  void chunksThatDripHoldNobodyUp() throws IOException {
    drip(
        "POST /api/v1/plans HTTP/1.1\r\nHost: door\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n",
        "1\r\na\r\n");
    honestPeopleAreServed();
    everyoneIsHungUpOn();
  }

  @Test
  void noFilterIsGoneRoundByARequestWithABody() throws ReflectiveOperationException {
    Method passedOver =
        OncePerRequestFilter.class.getDeclaredMethod("shouldNotFilterAsyncDispatch");
    passedOver.setAccessible(true);
    for (OncePerRequestFilter filter :
        DOOR.context.getBeansOfType(OncePerRequestFilter.class).values()) {
      if (filter.getClass().getName().startsWith("org.termin.")
          && !(filter instanceof BodyFilter)) {
        assertThat(passedOver.invoke(filter)).as(filter.getClass().getName()).isEqualTo(false);
      }
    }
  }

  @Test
  void headersThatDripHoldNobodyUp() throws IOException {
    drip("GET /be HTTP/1.1\r\nHost: door\r\nX-A: ", "a");
    honestPeopleAreServed();
  }

  /** They drip on, and are answered and hung up on all the same. */
  private void everyoneIsHungUpOn() {
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> sockets.stream().allMatch(SlowBodyTest::isHungUp));
  }

  private static boolean isHungUp(Socket socket) {
    try {
      socket.setSoTimeout(1);
      while (socket.getInputStream().read() >= 0) {
        // what it was told
      }
      return true;
    } catch (java.net.SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }
}
