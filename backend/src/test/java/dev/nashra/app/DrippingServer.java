package dev.nashra.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers one request with a document that never ends, one byte a second. */
final class DrippingServer implements AutoCloseable {
  private static final Duration DROP = Duration.ofSeconds(1);

  private final ServerSocket socket;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger dripped = new AtomicInteger();

  DrippingServer() throws IOException {
    socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("dripping-server").start(this::serve);
  }

  private void serve() {
    try (var client = socket.accept()) {
      drip(client);
    } catch (IOException | InterruptedException e) {
      // The client has gone, or this was closed.
    }
  }

  private void drip(Socket client) throws IOException, InterruptedException {
    var out = client.getOutputStream();
    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    do {
      out.write('x');
      out.flush();
      dripped.incrementAndGet();
    } while (!closed.await(DROP.toMillis(), TimeUnit.MILLISECONDS));
  }

  String address() {
    return "http://127.0.0.1:%d/".formatted(socket.getLocalPort());
  }

  int dripped() {
    return dripped.get();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    socket.close();
  }
}
