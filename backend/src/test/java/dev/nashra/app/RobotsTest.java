package dev.nashra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.nashra.source.NewSource;
import dev.nashra.source.SourceKind;
import dev.nashra.store.SourceTable;
import dev.nashra.store.TestDatabase;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An outlet that lets programs read its feed but not its pages. */
final class RobotsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @TempDir private Path folder;

  private final SourceTable sources = new SourceTable(DATABASE.get());
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    DATABASE.get().useTransaction(h -> h.execute("truncate sources, articles cascade"));
    var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var path = exchange.getRequestURI().getPath();
          asked.add(path);
          var body = answer(path).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void anArticleFallsBackToItsFeedAndTheSourceSaysWhy() throws Exception {
    add("/feed", SourceKind.AUTO);
    SampleCollector.run(new SampleCollector(DATABASE.get(), folder).scraping());
    var source = sources.all().getFirst();
    assertEquals(
        "read from the source alone: robots.txt of 127.0.0.1 does not let programs read /news/1",
        source.health().lastError());
    assertEquals(0, source.health().failures());
    assertFalse(asked.contains("/news/1"), "the page is not asked for");
    assertEquals(
        "All 212 passengers were taken ashore.",
        DATABASE
            .get()
            .<String>inTransaction(
                h -> h.createQuery("select body from articles").mapTo(String.class).one()));
  }

  @Test
  void aRefusedSectionPageIsNotReadAndTheSourceSaysWhy() throws Exception {
    add("/news/", SourceKind.SECTION);
    SampleCollector.run(new SampleCollector(DATABASE.get(), folder).scraping());
    var health = sources.all().getFirst().health();
    assertEquals("robots.txt of 127.0.0.1 does not let programs read /news/", health.lastError());
    assertEquals(1, health.failures());
    assertTrue(health.nextFetch().isAfter(SampleCollector.NOW));
    assertFalse(asked.contains("/news/"));
  }

  private void add(String path, SourceKind kind) {
    sources.add(new NewSource(base() + path, kind, "The Quay", "en", null, null));
  }

  private String answer(String path) {
    return switch (path) {
      case "/robots.txt" -> "User-agent: *\nDisallow: /news/\n";
      case "/feed" ->
          """
          <rss version="2.0"><channel><title>The Quay</title>
          <item><title>Ferry aground off Port Amber</title><link>%s/news/1</link>
          <description>All 212 passengers were taken ashore.</description></item></channel></rss>"""
              .formatted(base());
      default -> "<html><body><p>" + "The page. ".repeat(100) + "</p></body></html>";
    };
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }
}
