package org.termin.standalone.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bad network between two processes: it passes bytes on late, swallows them, breaks connections
 * off after so many bytes, or resets them. What a dead sender had on its way is lost.
 */
final class TcpProxy implements AutoCloseable {
  private static final byte[] END = new byte[0];

  private final ServerSocket server;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong budget = new AtomicLong(Long.MAX_VALUE);
  private volatile Duration latency = Duration.ZERO;
  private volatile boolean swallowing;
  private volatile boolean refusing;

  private record Piece(byte[] bytes, long due) {}

  private TcpProxy(int port, int target) {
    this.target = target;
    try {
      this.server = new ServerSocket(port, 512, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("proxy-" + target).start(this::accept);
  }

  /** Listens on that port, or a free one for 0, and passes everything on to the target. */
  static TcpProxy between(int port, int target) {
    return new TcpProxy(port, target);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Every byte of a client arrives so much later. */
  TcpProxy late(Duration by) {
    latency = by;
    return this;
  }

  /** Nothing arrives any more, and nobody is told. */
  void swallow(boolean everything) {
    swallowing = everything;
  }

  /** Resets every connection, and each new one, until it passes again. */
  void reset(boolean refuse) {
    refusing = refuse;
    open.forEach(TcpProxy::reset);
  }

  /**
   * Breaks off in the middle: after so many more bytes from clients, all connections are closed.
   */
  void cutAfter(long bytes) {
    budget.set(bytes);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        if (refusing) {
          reset(client);
          continue;
        }
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(client);
        open.add(far);
        client.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        pass(client, far, true);
        pass(far, client, false);
      } catch (IOException e) {
        // the target is down: whoever asked hears a reset or nothing
      }
    }
  }

  private void pass(Socket from, Socket to, boolean fromClient) {
    BlockingQueue<Piece> underWay = new LinkedBlockingQueue<>();
    Thread.ofVirtual().start(() -> read(from, to, fromClient, underWay));
    Thread.ofVirtual().start(() -> write(from, to, underWay));
  }

  private void read(Socket from, Socket to, boolean fromClient, BlockingQueue<Piece> underWay) {
    try (from) {
      InputStream in = from.getInputStream();
      byte[] buffer = new byte[16_384];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (swallowing) {
          continue;
        }
        if (fromClient && budget.get() != Long.MAX_VALUE && budget.addAndGet(-n) < 0) {
          budget.set(Long.MAX_VALUE);
          open.forEach(TcpProxy::reset);
          return;
        }
        long due = System.nanoTime() + (fromClient ? latency.toNanos() : 0);
        underWay.add(new Piece(Arrays.copyOf(buffer, n), due));
      }
    } catch (IOException e) {
      // broken off by one side
    } finally {
      if (fromClient) {
        // a sender that died takes along what it had not got out
        underWay.clear();
        reset(to);
      }
      underWay.add(new Piece(END, System.nanoTime()));
      open.remove(from);
    }
  }

  private static void write(Socket from, Socket to, BlockingQueue<Piece> underWay) {
    try (to) {
      for (Piece piece = underWay.take(); piece.bytes() != END; piece = underWay.take()) {
        long wait = piece.due() - System.nanoTime();
        if (wait > 0) {
          // the line's latency, which is what this proxy is for
          Thread.sleep(Duration.ofNanos(wait));
        }
        if (from.isClosed()) {
          return;
        }
        to.getOutputStream().write(piece.bytes());
        to.getOutputStream().flush();
      }
    } catch (IOException e) {
      // the other side has gone
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // it is closed, which was wanted
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(TcpProxy::reset);
  }
}
