package dev.nashra.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between clients and the database; cuts their connections or freezes when it is told to.
 */
public final class CuttingProxy implements AutoCloseable {
  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile int target;
  private volatile boolean frozen;

  public CuttingProxy(int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("proxy").start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** The server has another port from now on. */
  public void target(int port) {
    target = port;
  }

  /** Cuts every connection in the middle of whatever it carries. */
  public void cut() {
    open.forEach(CuttingProxy::close);
    open.clear();
  }

  /** Carries nothing any more, and lets both sides believe in their connections. */
  void freeze() {
    frozen = true;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        open.add(client);
        connect(client);
      } catch (IOException e) {
        // The server is closed, and the loop ends.
      }
    }
  }

  private void connect(Socket client) {
    try {
      var upstream = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(upstream);
      pump(client, upstream);
      pump(upstream, client);
    } catch (IOException e) {
      close(client);
    }
  }

  private void pump(Socket from, Socket to) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (from;
                  to) {
                carry(from, to);
              } catch (IOException e) {
                // Cut.
              } finally {
                open.remove(from);
                open.remove(to);
              }
            });
  }

  /** Until the one side has no more; what comes while it is frozen is lost. */
  private void carry(Socket from, Socket to) throws IOException {
    var buffer = new byte[8192];
    for (var read = from.getInputStream().read(buffer);
        read >= 0;
        read = from.getInputStream().read(buffer)) {
      if (!frozen) {
        to.getOutputStream().write(buffer, 0, read);
      }
    }
  }

  private static void close(Socket socket) {
    try {
      socket.setSoLinger(true, 0); // a reset, not a polite goodbye
      socket.close();
    } catch (IOException e) {
      // It is closed already.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    cut();
  }
}
