package org.termin.standalone.watched;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.termin.embedded.Ports;
import org.termin.standalone.Crowd;
import org.termin.standalone.supervise.Folders;
import org.termin.standalone.supervise.Settings;
import org.termin.standalone.supervise.Supervisor;
import org.termin.testkit.sms.FakeSmsProvider;

/** A whole Termin of real processes that a real Prometheus looks at. */
final class Watched implements AutoCloseable {
  final Folders folders;
  final Path replica;
  final FakeSmsProvider provider;
  final Supervisor termin;
  final Prometheus prometheus;
  final Crowd crowd;

  private Watched(
      Folders folders,
      Path replica,
      FakeSmsProvider provider,
      Supervisor termin,
      Prometheus prometheus) {
    this.folders = folders;
    this.replica = replica;
    this.provider = provider;
    this.termin = termin;
    this.prometheus = prometheus;
    this.crowd = new Crowd(termin, provider, folders.publicKeys());
    provider.callbacksGoTo(termin.door(), "token");
  }

  /** Starts everything below that folder. */
  static Watched start(Path folder, Duration every, Map<String, String> more) {
    Prometheus.program("prometheus");
    Folders folders = new Folders(folder.resolve("data"), folder.resolve("keys"));
    FakeSmsProvider provider = FakeSmsProvider.start();
    Supervisor termin = null;
    Watched watched = null;
    try {
      Path replica = Files.createDirectory(folder.resolve("replica"));
      int port = Ports.free();
      Map<String, String> environment = new HashMap<>(Crowd.environment(provider, port));
      environment.put("TERMIN_KEYS_REPLICA", replica.toString());
      environment.putAll(more);
      termin = Supervisor.start(Settings.of(folders, port).with(environment));
      Prometheus prometheus = Prometheus.watching(termin, folder.resolve("prometheus"), every);
      watched = new Watched(folders, replica, provider, termin, prometheus);
      return watched;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (watched == null) {
        provider.close();
        if (termin != null) {
          termin.close();
        }
      }
    }
  }

  @Override
  public void close() {
    prometheus.close();
    termin.close();
    provider.close();
  }
}
