package dev.nashra.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The web server: small, because it may share 512 MB with the rest of the newsroom, and impatient
 * with clients that hold on to it.
 */
public final class WebServer implements AutoCloseable {
  private static final int MOST_THREADS = 32;
  private static final int LEAST_THREADS = 4;
  private static final int MOST_CONNECTIONS = 256;
  private static final int IDLE_MILLIS = 30_000;
  private static final int STOP_MILLIS = 3_000;
  private static final int HEADER_BYTES = 8 << 10;
  private static final long SLOWEST_BYTES_PER_SECOND = 1_000;

  /** Pages carry their style sheet; nothing of ours is a script. */
  private static final Map<String, String> SECURITY_HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; script-src 'none'; style-src 'self' 'unsafe-inline';"
              + " img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "X-Frame-Options",
          "DENY");

  private final Javalin server;

  private WebServer(Javalin server) {
    this.server = server;
  }

  /**
   * Starts to serve.
   *
   * @param port 0 for any free one
   */
  public static WebServer start(String host, int port, Pages pages, Probes probes) {
    return start(host, port, pages, probes, null);
  }

  /**
   * As above, also for a bot's updates.
   *
   * @param webhook null: no bot is called here
   */
  public static WebServer start(
      String host, int port, Pages pages, Probes probes, @Nullable TelegramWebhook webhook) {
    return new WebServer(
        Javalin.create(
                config -> {
                  configure(config, host, port, pages, probes);
                  if (webhook != null) {
                    config.routes.post("/" + TelegramWebhook.PATH + "{bot}", webhook::receive);
                  }
                })
            .start());
  }

  /** Whether nobody listens there yet and this process may. */
  public static boolean isFree(String host, int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getByName(host))) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static void configure(
      JavalinConfig config, String host, int port, Pages pages, Probes probes) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.maxRequestSize = HEADER_BYTES;
    config.http.prefer405over404 = true;
    config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS, IDLE_MILLIS);
    config.jetty.modifyHttpConfiguration(WebServer::limit);
    config.jetty.addConnector((jetty, http) -> connector(jetty, http, host, port));
    config.jetty.modifyServer(jetty -> jetty.setStopTimeout(STOP_MILLIS));
    config.routes.before(WebServer::secure);
    config.routes.get("/health/live", probes::live);
    config.routes.head("/health/live", probes::live);
    config.routes.get("/health/ready", probes::ready);
    config.routes.head("/health/ready", probes::ready);
    config.routes.get("/metrics", probes::metrics);
    config.routes.get("*", pages::answer);
    config.routes.head("*", pages::answer);
  }

  private static void limit(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setMinRequestDataRate(SLOWEST_BYTES_PER_SECOND);
    http.setMinResponseDataRate(SLOWEST_BYTES_PER_SECOND);
  }

  private static Connector connector(Server jetty, HttpConfiguration http, String host, int port) {
    var connector = new ServerConnector(jetty, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    jetty.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
    return connector;
  }

  private static void secure(Context context) {
    SECURITY_HEADERS.forEach(context::header);
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** Lets running answers end, for a moment. */
  @Override
  public void close() {
    server.stop();
  }
}
