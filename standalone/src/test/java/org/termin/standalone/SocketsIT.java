package org.termin.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.embedded.Ports;
import org.termin.standalone.Sockets.Socket;
import org.termin.standalone.supervise.Folders;
import org.termin.standalone.supervise.Settings;
import org.termin.standalone.supervise.Supervisor;
import org.termin.testkit.sms.FakeSmsProvider;

/** S20: what each process listens on and whom it calls, against the list of what it may. */
class SocketsIT {
  private static final int PEOPLE = 40;
  private static final List<String> SERVICES = List.of("tracker-api", "notifier", "scheduler");

  @TempDir Path folder;

  @Test
  void everyProcessListensAndCallsOnlyWhereItMay() throws InterruptedException {
    assumeTrue(Sockets.canBeListed(), "this system does not list sockets in /proc");
    int port = Ports.free();
    Folders folders = new Folders(folder.resolve("data"), folder.resolve("keys"));
    try (FakeSmsProvider provider = FakeSmsProvider.start();
        Supervisor supervisor =
            Supervisor.start(Settings.of(folders, port).with(Crowd.environment(provider, port)))) {
      provider.callbacksGoTo(supervisor.door(), "token");
      Map<String, Set<String>> listening = new TreeMap<>();
      Map<String, Set<String>> called = new TreeMap<>();
      List<Socket> others = new ArrayList<>();
      AtomicBoolean done = new AtomicBoolean();
      Thread watch =
          Thread.ofPlatform().start(() -> watch(supervisor, done, listening, called, others));
      Crowd crowd = new Crowd(supervisor, provider, folders.publicKeys());
      crowd.signUp(0, PEOPLE, LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC));
      int before = provider.posts().size();
      crowd.confirm();
      Awaitility.await().atMost(Crowd.PATIENCE).until(() -> crowd.reached(before).size() == PEOPLE);
      Awaitility.await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
      done.set(true);
      watch.join();

      String store = "127.0.0.1:" + port(supervisor.storeUrl());
      String bus = "127.0.0.1:" + port(supervisor.bus());
      String sms = "127.0.0.1:" + provider.baseUrl().getPort();
      System.out.printf("sockets: listening %s, called %s%n", listening, called);
      assertThat(listening.get("tracker-api"))
          .containsExactlyInAnyOrder(
              "127.0.0.1:" + port, "127.0.0.1:" + supervisor.management("tracker-api").getPort());
      assertThat(listening.get("notifier"))
          .containsExactly("127.0.0.1:" + supervisor.management("notifier").getPort());
      assertThat(listening.get("scheduler"))
          .containsExactly("127.0.0.1:" + supervisor.management("scheduler").getPort());
      // this crowd posts with the door's right and not through it, so it has no hint to send
      assertThat(called.get("tracker-api")).isNotEmpty().isSubsetOf(store, bus);
      assertThat(called.get("scheduler")).containsExactlyInAnyOrder(store, bus);
      assertThat(called.get("notifier")).containsExactlyInAnyOrder(store, bus, sms);
      assertThat(others).as("datagrams").isEmpty();
    }
  }

  private static void watch(
      Supervisor supervisor,
      AtomicBoolean done,
      Map<String, Set<String>> listening,
      Map<String, Set<String>> called,
      List<Socket> others) {
    Map<String, Long> processes = new TreeMap<>();
    SERVICES.forEach(name -> processes.put(name, supervisor.pid(name)));
    while (!done.get()) {
      List<Socket> now = Sockets.of(processes);
      Set<String> own = new TreeSet<>();
      for (Socket socket : now) {
        if (socket.listening()) {
          own.add(socket.process() + socket.port());
          listening.computeIfAbsent(socket.process(), _ -> new TreeSet<>()).add(socket.where());
        }
      }
      for (Socket socket : now) {
        boolean answered = own.contains(socket.process() + socket.port());
        if (socket.kind().equals("udp")) {
          others.add(socket);
        } else if (!socket.listening() && !answered) {
          called.computeIfAbsent(socket.process(), _ -> new TreeSet<>()).add(socket.where());
        }
      }
    }
  }

  private static int port(String address) {
    return Integer.parseInt(address.replaceAll(".*:(\\d+).*", "$1"));
  }
}
