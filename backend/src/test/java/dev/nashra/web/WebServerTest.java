package dev.nashra.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebServerTest {
  private static final String SECRET = "nobody may read this";
  private static final byte[] AUDIO = new byte[100_000];

  static {
    new Random(1).nextBytes(AUDIO);
  }

  private final OkHttpClient client = new OkHttpClient.Builder().followRedirects(false).build();
  @TempDir private Path data;
  private WebServer server;

  @BeforeEach
  void start() throws IOException {
    write("secret.txt", SECRET);
    write("published/.index.html.part", SECRET);
    write("broadcast/bulletin-ar.html", "<p>نشرة</p>");
    write("broadcast/index.html", "<p>all</p>");
    write("broadcast/feeds/bulletin-ar.xml", "<rss/>");
    write("broadcast/feeds/bulletin-ar.json", "{}");
    Files.createDirectories(data.resolve("media/2026"));
    Files.write(data.resolve("media/2026/story.mp3"), AUDIO);
    Files.createSymbolicLink(data.resolve("media/link.txt"), data.resolve("secret.txt"));
    server =
        WebServer.start(
            "127.0.0.1",
            0,
            new Pages(
                data.resolve("published"), data.resolve("broadcast"), data.resolve("media"), null));
  }

  @AfterEach
  void stop() {
    client.connectionPool().evictAll(); // an open connection would be waited for
    server.close();
  }

  @Test
  void anEmptyNewsroomSaysSoFriendly() throws IOException {
    Files.delete(data.resolve("broadcast/index.html"));

    try (var answer = get("/")) {
      assertEquals(200, answer.code());
      var body = answer.body().string();
      assertTrue(body.contains("Nothing has been published yet"));
      assertTrue(body.contains("لم يُنشر شيء بعد"));
    }
  }

  @Test
  void theFrontPageIsServedWithStrictHeaders() throws IOException {
    write("published/index.html", "<h1>front</h1>");

    try (var answer = get("/")) {
      assertEquals("<h1>front</h1>", answer.body().string());
      assertEquals("text/html;charset=utf-8", header(answer, "Content-Type").replace(" ", ""));
      assertTrue(header(answer, "Content-Security-Policy").startsWith("default-src 'self'"));
      assertEquals("nosniff", answer.header("X-Content-Type-Options"));
      assertEquals("no-referrer", answer.header("Referrer-Policy"));
      assertEquals(null, answer.header("Server"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/broadcast/bulletin-ar.html,text/html",
    "/broadcast/,text/html",
    "/feeds/bulletin-ar.xml,application/rss+xml",
    "/broadcast/feeds/bulletin-ar.json,application/feed+json",
    "/media/2026/story.mp3,audio/mpeg",
    "/health/live,application/json"
  })
  void everythingHasItsType(String path, String type) throws IOException {
    try (var answer = get(path)) {
      assertEquals(200, answer.code());
      assertTrue(header(answer, "Content-Type").startsWith(type));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/bulletin/ar,/broadcast/bulletin-ar.html",
    "/digest/en,/broadcast/digest-en.html",
    "/broadcast,/broadcast/",
    "/,/broadcast/"
  })
  void shortAddressesLeadToTheLongOnes(String path, String target) throws IOException {
    try (var answer = get(path)) {
      assertEquals(302, answer.code());
      assertTrue(header(answer, "Location").endsWith(target));
    }
  }

  @Test
  void aPlayerGetsThePartItAsksFor() throws IOException {
    try (var answer = get("/media/2026/story.mp3", "Range", "bytes=1000-1999")) {
      assertEquals(206, answer.code());
      assertEquals("bytes 1000-1999/100000", answer.header("Content-Range"));
      assertArrayEquals(Arrays.copyOfRange(AUDIO, 1000, 2000), answer.body().bytes());
    }
    try (var answer = get("/media/2026/story.mp3", "Range", "bytes=100000-")) {
      assertEquals(416, answer.code());
      assertEquals("bytes */100000", answer.header("Content-Range"));
    }
  }

  @Test
  void headHasTheHeadersOfGetAndNoBody() throws IOException {
    var request = request("/media/2026/story.mp3").head().header("Range", "bytes=0-9").build();
    try (var answer = client.newCall(request).execute()) {
      assertEquals(200, answer.code());
      assertEquals("100000", answer.header("Content-Length"));
      assertEquals("bytes", answer.header("Accept-Ranges"));
      assertEquals(0, answer.body().bytes().length);
    }
  }

  @Test
  void whoHasTheFileDoesNotGetItAgain() throws IOException {
    String etag;
    String modified;
    try (var answer = get("/media/2026/story.mp3")) {
      etag = header(answer, "ETag");
      modified = header(answer, "Last-Modified");
      assertArrayEquals(AUDIO, answer.body().bytes());
    }

    try (var answer = get("/media/2026/story.mp3", "If-None-Match", etag)) {
      assertEquals(304, answer.code());
    }
    try (var answer = get("/media/2026/story.mp3", "If-Modified-Since", modified)) {
      assertEquals(304, answer.code());
    }
    try (var answer = get("/media/2026/story.mp3", "If-None-Match", "\"other\"")) {
      assertEquals(200, answer.code());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing.html",
        "/media/",
        "/media/2026",
        "/media/2026/",
        "/media/link.txt",
        "/.index.html.part",
        "/broadcast/digest-en.html"
      })
  void whatIsNotPublicIsNotFound(String path) throws IOException {
    try (var answer = get(path)) {
      var body = answer.body().string();
      assertEquals(404, answer.code());
      assertTrue(body.contains("This page is not here"));
      assertFalse(body.contains(SECRET));
      assertEquals("nosniff", answer.header("X-Content-Type-Options"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret.txt",
        "/media/../../secret.txt",
        "/media/..%2f..%2fsecret.txt",
        "/media/%2e%2e/%2e%2e/secret.txt",
        "/media/%252e%252e/secret.txt",
        "/media/..\\..\\secret.txt",
        "/media/..;/..;/secret.txt",
        "/media//../../secret.txt",
        "//secret.txt",
        "/media/%00",
        "/media/%zz",
        "/%c0%ae%c0%ae/secret.txt",
        "/media/./../../secret.txt"
      })
  void noPathLeadsOutside(String path) throws IOException {
    var answer = raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    assertTrue(answer.matches("(?s)HTTP/1.1 (400|404) .*"), answer);
    assertFalse(answer.contains(SECRET));
  }

  @Test
  void nothingCanBeSent() throws IOException {
    var request = request("/").post(RequestBody.EMPTY).build();
    try (var answer = client.newCall(request).execute()) {
      assertEquals(405, answer.code());
    }
  }

  private Response get(String path, String... header) throws IOException {
    var request = request(path);
    if (header.length == 2) {
      request.header(header[0], header[1]);
    }
    return client.newCall(request.build()).execute();
  }

  private Request.Builder request(String path) {
    return new Request.Builder().url("http://127.0.0.1:%d%s".formatted(server.port(), path));
  }

  /** As the bytes are: a client would put the path in order first. */
  private String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String header(Response answer, String name) {
    return Objects.requireNonNull(answer.header(name), name);
  }

  private void write(String file, String text) throws IOException {
    var path = data.resolve(file);
    Files.createDirectories(path.resolveSibling("."));
    Files.writeString(path, text);
  }
}
