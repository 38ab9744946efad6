package dev.nashra.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.http.FetchResult.Cause;
import dev.nashra.http.FetchResult.Failed;
import dev.nashra.http.FetchResult.Fetched;
import dev.nashra.http.FetchResult.NotModified;
import dev.nashra.time.Cancellation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HttpFetcherTest {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final MockWebServer server = new MockWebServer();
  private final HttpFetcher fetcher =
      new HttpFetcher(
          new AddressGuard(List.of("127.0.0.1", "localhost")), "Test", InstantSource.system());

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void bodyAndHeadersArrive() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "Text/HTML; charset=windows-1256")
            .addHeader("ETag", "W/\"a\"")
            .body("hello")
            .build());

    var fetched = assertInstanceOf(Fetched.class, fetcher.fetch(request("/a", 100)));

    assertArrayEquals("hello".getBytes(StandardCharsets.UTF_8), fetched.body());
    assertEquals("text/html", fetched.mediaType());
    assertEquals("windows-1256", fetched.charset());
    assertEquals("W/\"a\"", fetched.etag());
    assertNull(fetched.lastModified());
  }

  @Test
  void aReaderGetsTheBodyOfAGoodAnswerAsItComes() throws Exception {
    server.enqueue(
        new MockResponse.Builder().code(302).addHeader("Location", "/b").body("moved").build());
    server.enqueue(
        new MockResponse.Builder().addHeader("Content-Type", "Video/MP4").body("hello").build());
    var seen = new StringBuilder();

    var result =
        fetcher.fetch(
            request("/a", 1),
            (head, body) -> {
              seen.append(head.mediaType()).append(head.length());
              seen.append(new String(body.readAllBytes(), StandardCharsets.UTF_8));
              return new NotModified();
            });

    assertInstanceOf(NotModified.class, result);
    assertEquals("video/mp45hello", seen.toString());
  }

  @Test
  void aReaderIsNotAskedAboutABadAnswer() throws Exception {
    server.enqueue(new MockResponse.Builder().code(404).body("no").build());

    var result =
        fetcher.fetch(
            request("/a", 100),
            (_, _) -> {
              throw new AssertionError("asked");
            });

    assertEquals(Cause.PERMANENT, assertInstanceOf(Failed.class, result).cause());
  }

  @Test
  void theDeadlineIsThatOfAllHopsTogether() throws Exception {
    for (var hop = 0; hop < 4; hop++) {
      server.enqueue(
          new MockResponse.Builder()
              .code(302)
              .addHeader("Location", "/" + hop)
              .headersDelay(500, TimeUnit.MILLISECONDS)
              .build());
    }
    server.enqueue(new MockResponse.Builder().body("late").build());
    var url = server.url("/a").toString();

    var result = fetcher.fetch(FetchRequest.of(url, 100, Duration.ofSeconds(1)));

    assertEquals(Cause.TRANSIENT, assertInstanceOf(Failed.class, result).cause());
  }

  @Test
  void conditionsAreSentVerbatim() throws Exception {
    server.enqueue(new MockResponse.Builder().code(304).build());
    var url = server.url("/a").toString();

    var result =
        fetcher.fetch(new FetchRequest(url, "W/\"a\"", "yesterday", null, 100, false, DEADLINE));

    assertInstanceOf(NotModified.class, result);
    var seen = server.takeRequest();
    assertEquals("W/\"a\"", seen.getHeaders().get("If-None-Match"));
    assertEquals("yesterday", seen.getHeaders().get("If-Modified-Since"));
  }

  @Test
  void redirectsAreFollowedButNotForEver() throws Exception {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder().code(302).addHeader("Location", "/again").build();
          }
        });

    var failed = assertInstanceOf(Failed.class, fetcher.fetch(request("/a", 100)));

    assertEquals("more than 5 redirects", failed.reason());
  }

  @Test
  void redirectIntoThePrivateNetworkIsRefused() throws Exception {
    server.enqueue(
        new MockResponse.Builder().code(302).addHeader("Location", "http://10.0.0.1/").build());

    var failed = assertInstanceOf(Failed.class, fetcher.fetch(request("/a", 100)));

    assertEquals(Cause.REFUSED, failed.cause());
  }

  @Test
  void credentialsAreDroppedWhenTheHostChanges() throws Exception {
    var other = server.url("/b").newBuilder().host("localhost").build();
    server.enqueue(
        new MockResponse.Builder().code(302).addHeader("Location", other.toString()).build());
    server.enqueue(new MockResponse.Builder().body("x").build());
    var url = server.url("/a").newBuilder().host("127.0.0.1").build().toString();

    fetcher.fetch(new FetchRequest(url, null, null, "Bearer secret", 100, false, DEADLINE));

    assertEquals("Bearer secret", server.takeRequest().getHeaders().get("Authorization"));
    assertNull(server.takeRequest().getHeaders().get("Authorization"));
  }

  @Test
  void bombIsNotUnpacked() throws Exception {
    var packed = new Buffer();
    try (var gzip = Okio.buffer(new GzipSink(packed))) {
      gzip.write(new byte[10_000_000]);
    }
    server.enqueue(
        new MockResponse.Builder().addHeader("Content-Encoding", "gzip").body(packed).build());

    var failed = assertInstanceOf(Failed.class, fetcher.fetch(request("/a", 100_000)));

    assertEquals("larger than 100,000 bytes", failed.reason());
  }

  @Test
  void dripEndsAtTheDeadline() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .body("x".repeat(1000))
            .throttleBody(1, 1, TimeUnit.SECONDS)
            .build());
    var url = server.url("/a").toString();

    var failed =
        assertInstanceOf(
            Failed.class, fetcher.fetch(FetchRequest.of(url, 10_000, Duration.ofMillis(500))));

    assertEquals(Cause.TRANSIENT, failed.cause());
  }

  @Test
  void serversWishToBeLeftAloneIsPassedOn() throws Exception {
    server.enqueue(new MockResponse.Builder().code(503).addHeader("Retry-After", "120").build());

    var failed = assertInstanceOf(Failed.class, fetcher.fetch(request("/a", 100)));

    assertEquals(Duration.ofMinutes(2), failed.retryAfter());
    assertEquals(Cause.TRANSIENT, failed.cause());
  }

  @Test
  void goneIsGone() throws Exception {
    server.enqueue(new MockResponse.Builder().code(410).build());

    var failed = assertInstanceOf(Failed.class, fetcher.fetch(request("/a", 100)));

    assertEquals(Cause.GONE, failed.cause());
  }

  @Test
  void cancelledFetchEnds() {
    server.enqueue(new MockResponse.Builder().headersDelay(1, TimeUnit.HOURS).build());
    var cancellation = new Cancellation();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            cancellation.cancel("on purpose"); // the request has arrived, the answer never comes
            return new MockResponse.Builder().headersDelay(1, TimeUnit.HOURS).build();
          }
        });

    assertThrows(
        InterruptedException.class,
        () -> cancellation.call(() -> fetcher.fetch(request("/a", 100))));
    assertTrue(cancellation.isCancelled());
  }

  private FetchRequest request(String path, int maxBytes) {
    return FetchRequest.of(server.url(path).toString(), maxBytes, DEADLINE);
  }
}
