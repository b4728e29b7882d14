package org.termin.standalone.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TcpProxyTest {
  private ServerSocket echo;
  private TcpProxy proxy;

  @BeforeEach
  void start() throws IOException {
    echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
    proxy = TcpProxy.between(0, echo.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    echo.close();
  }

  private void serve() {
    while (!echo.isClosed()) {
      try {
        Socket socket = echo.accept();
        Thread.ofVirtual()
            .start(
                () -> {
                  try (socket) {
                    socket.getInputStream().transferTo(socket.getOutputStream());
                  } catch (IOException e) {
                    // broken off on purpose
                  }
                });
      } catch (IOException e) {
        // the test is over
      }
    }
  }

  @Test
  void passesEverythingOnAndLateIfAsked() throws IOException {
    assertThat(say("hello")).isEqualTo("hello");
    proxy.late(Duration.ofMillis(300));
    long begin = System.nanoTime();
    assertThat(say("late")).isEqualTo("late");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(300));
  }

  @Test
  void swallowsWithoutAWord() throws IOException {
    try (Socket socket = connect()) {
      proxy.swallow(true);
      socket.setSoTimeout(500);
      socket.getOutputStream().write(1);
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  @Test
  void resetsUntilItPassesAgain() throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(1);
      assertThat(socket.getInputStream().read()).isEqualTo(1);
      proxy.reset(true);
      assertThat(ended(socket)).isTrue();
    }
    try (Socket socket = connect()) {
      assertThat(ended(socket)).isTrue();
    }
    proxy.reset(false);
    assertThat(say("again")).isEqualTo("again");
  }

  @Test
  void breaksOffAfterSoManyBytes() throws IOException {
    proxy.cutAfter(10);
    assertThat(say("12345")).isEqualTo("12345");
    try (Socket socket = connect()) {
      socket.getOutputStream().write(new byte[100]);
      assertThat(ended(socket)).isTrue();
    }
    assertThat(say("again")).isEqualTo("again");
  }

  private static boolean ended(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (IOException e) {
      return true;
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
  }

  private String say(String text) throws IOException {
    try (Socket socket = connect()) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      socket.getOutputStream().write(bytes);
      return new String(socket.getInputStream().readNBytes(bytes.length), StandardCharsets.UTF_8);
    }
  }
}
