package dev.nashra.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.web.HealthReport.Check;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
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
  private HealthReport health = new HealthReport(List.of(new Check("cycle", true, "ended")));
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
                data.resolve("published"), data.resolve("broadcast"), data.resolve("media"), null),
            probes(null, false));
  }

  private Probes probes(@Nullable String token, boolean isPublic) {
    return new Probes(
        () -> health, () -> "nashra_ready 1.0\n", Optional.ofNullable(token), isPublic);
  }

  private void restart(@Nullable String token, boolean isPublic) {
    server.close();
    var pages = new Pages(data, data, data, null);
    server = WebServer.start("127.0.0.1", 0, pages, probes(token, isPublic));
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
    "/health/live,application/json",
    "/health/ready,application/json",
    "/metrics,text/plain"
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
  void aPortThatIsTakenIsKnownBefore() {
    assertFalse(WebServer.isFree("127.0.0.1", server.port()));
    assertTrue(WebServer.isFree("127.0.0.1", 0));
  }

  @Test
  void nothingCanBeSent() throws IOException {
    var request = request("/").post(RequestBody.EMPTY).build();
    try (var answer = client.newCall(request).execute()) {
      assertEquals(405, answer.code());
    }
  }

  @Test
  void aNewsroomThatIsNotReadySaysWhichCheckFailedAndWhy() throws IOException {
    health =
        new HealthReport(
            List.of(
                new Check("database", true, "answers"),
                new Check("cycle", false, "the last one ended 1800 s ago")));

    try (var answer = get("/health/ready")) {
      assertEquals(503, answer.code());
      assertEquals("no-store", answer.header("Cache-Control"));
      assertEquals(
          "{\"status\":\"not ready\",\"checks\":["
              + "{\"name\":\"database\",\"ok\":true,\"found\":\"answers\"},"
              + "{\"name\":\"cycle\",\"ok\":false,\"found\":\"the last one ended 1800 s ago\"}]}",
          answer.body().string());
    }
    assertEquals(200, code("/health/live"), "the process itself lives");
  }

  @Test
  void figuresAreForCallersNearByAndNotForThoseBehindAProxy() throws IOException {
    assertEquals(200, code("/metrics"));
    for (var header : List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via")) {
      assertEquals(403, code("/metrics", header, "127.0.0.1"), header);
    }

    restart(null, true);
    assertEquals(403, code("/metrics"), "a public server may have a proxy that does not say so");
  }

  @Test
  void withATokenFiguresAreForWhoeverShowsItAndNobodyElse() throws IOException {
    restart("a long token", true);

    assertEquals(401, code("/metrics"));
    assertEquals(401, code("/metrics", "Authorization", "Bearer another"));
    assertEquals(401, code("/metrics", "Authorization", "a long token"));
    assertEquals(200, code("/metrics", "Authorization", "Bearer a long token"));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,true",
    "::1,true",
    "[::1],true",
    "10.2.3.4,true",
    "172.31.0.1,true",
    "192.168.1.1,true",
    "fd00::1,true",
    "172.32.0.1,false",
    "8.8.8.8,false",
    "2001:db8::1,false",
    "::ffff:8.8.8.8,false",
    "::ffff:10.0.0.1,true",
    "localhost,false",
    "'',false"
  })
  void nearIsWhatHasAPrivateAddress(String ip, boolean near) {
    assertEquals(near, Caller.isNear(ip));
  }

  private int code(String path, String... header) throws IOException {
    try (var answer = get(path, header)) {
      return answer.code();
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
