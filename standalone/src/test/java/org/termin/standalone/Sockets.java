package org.termin.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sockets of processes, as the kernel lists them. */
final class Sockets {
  private static final String LISTEN = "0A";

  private Sockets() {}

  /**
   * One socket.
   *
   * @param listening whether it waits for others; else it is a connection or a datagram's
   */
  record Socket(
      String process, String kind, boolean listening, String local, int port, String far, int to) {
    String where() {
      return listening ? "%s:%d".formatted(local, port) : "%s:%d".formatted(far, to);
    }
  }

  static boolean canBeListed() {
    return Files.isReadable(Path.of("/proc/net/tcp"));
  }

  /** All that these processes have open now. */
  static List<Socket> of(Map<String, Long> processes) {
    Map<String, String> owners = new HashMap<>();
    processes.forEach((name, pid) -> inodes(pid).forEach(inode -> owners.put(inode, name)));
    return Stream.of("tcp", "tcp6", "udp", "udp6")
        .map(kind -> read(kind, owners))
        .flatMap(Collection::stream)
        .toList();
  }

  private static List<String> inodes(long pid) {
    List<String> inodes = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      for (Path file : files.toList()) {
        String target = link(file);
        if (target.startsWith("socket:[")) {
          inodes.add(target.substring(8, target.length() - 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return inodes;
  }

  /** A file that was closed meanwhile leads nowhere. */
  private static String link(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static List<Socket> read(String kind, Map<String, String> owners) {
    try {
      List<Socket> sockets = new ArrayList<>();
      List<String> lines = Files.readAllLines(Path.of("/proc/net/" + kind));
      for (String line : lines.subList(1, lines.size())) {
        String[] words = line.strip().split("\\s+");
        String process = owners.get(words[9]);
        if (process != null) {
          String[] local = words[1].split(":", -1);
          String[] far = words[2].split(":", -1);
          sockets.add(
              new Socket(
                  process,
                  kind.substring(0, 3),
                  kind.startsWith("tcp") && words[3].equals(LISTEN),
                  address(local[0]),
                  Integer.parseInt(local[1], 16),
                  address(far[0]),
                  Integer.parseInt(far[1], 16)));
        }
      }
      return sockets;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The kernel writes each four bytes in the machine's own order, here the last first. */
  private static String address(String hex) throws UnknownHostException {
    byte[] words = HexFormat.of().parseHex(hex);
    byte[] bytes = new byte[words.length];
    for (int at = 0; at < words.length; at++) {
      bytes[at] = words[at - at % 4 + 3 - at % 4];
    }
    return InetAddress.getByAddress(bytes).getHostAddress();
  }
}
