package dev.nashra.sample;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A small web on loopback with the sample outlets, from its construction until it is closed. */
public final class SampleNewsroom implements AutoCloseable {
  /** The port of the demo. It is fixed because articles are known by their address. */
  public static final int DEFAULT_PORT = 8790;

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int THREADS = 4;
  private static final int WAITING = 64;

  static {
    // Head and body are sent apart: with Nagle's algorithm every second answer waits 40 ms for the
    // client's delayed acknowledgement. The server has no other switch for it.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final List<SampleOutlet> outlets;
  private final HttpServer server;
  private final ExecutorService executor;

  /**
   * Starts to serve.
   *
   * @param port 0 for any free one
   * @param anchor the newest articles are a little older than this
   */
  public SampleNewsroom(int port, Instant anchor) {
    outlets = load();
    server = listen(port);
    executor = boundedExecutor();
    server.setExecutor(executor);
    server.createContext("/", new SampleHandler(new Edition(outlets, baseUrl(), anchor)));
    server.start();
  }

  /** The outlets with their gold labels, without a server. */
  public static List<SampleOutlet> load() {
    return SampleLibrary.load();
  }

  /** For example {@code http://127.0.0.1:8790}, without a slash at its end. */
  public String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public List<SampleOutlet> outlets() {
    return outlets;
  }

  /** What to add as a source in order to read the outlet. */
  public String addressOf(SampleOutlet outlet) {
    return baseUrl() + outlet.path();
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }

  private static HttpServer listen(int port) {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, e);
    }
  }

  /** Past its limit the thread that accepts connections answers itself, and so accepts no more. */
  private static ExecutorService boundedExecutor() {
    return new ThreadPoolExecutor(
        THREADS,
        THREADS,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(WAITING),
        Thread.ofPlatform().daemon().name("sample-newsroom-", 1).factory(),
        new ThreadPoolExecutor.CallerRunsPolicy());
  }
}
