package dev.nashra.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.app.Folders;
import dev.nashra.app.doctor.Finding.State;
import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.source.Source;
import dev.nashra.source.Source.Health;
import dev.nashra.source.Source.Memory;
import dev.nashra.source.SourceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorTest {
  private static final String TOKEN = "12345:abcdefghijklmnop";
  private static final long MB = 1L << 20;

  @TempDir private Path folder;

  @Test
  void aCheckThatFailsOrHangsDoesNotStopTheOthers() throws InterruptedException {
    var never = new CountDownLatch(1);
    var doctor =
        new Doctor(
            List.of(
                Check.of(
                    "broken",
                    () -> {
                      throw new IOException("it broke");
                    }),
                Check.within(
                    Duration.ofMillis(1),
                    "stuck",
                    () -> {
                      never.await();
                      return Finding.ok("stuck", "never");
                    }),
                Check.of("well", () -> Finding.ok("well", "fine"))));
    var findings = new ArrayList<Finding>();

    doctor.examine(findings::add);

    assertEquals(
        List.of(State.PROBLEM, State.PROBLEM, State.OK),
        findings.stream().map(Finding::state).toList());
    assertEquals("IOException: it broke", findings.getFirst().found());
  }

  @Test
  void misspeltAndUnusableSettingsAreNamed() throws IOException {
    Files.writeString(folder.resolve(".env"), "AI_KEY=x\nMEDIA_WORKERS=many\nREELS_PER_CYCLE=1\n");
    var examined = Settings.examine(Map.of(), folder.resolve(".env"));

    var finding = SettingsCheck.look(examined);

    assertEquals(State.PROBLEM, finding.state());
    assertTrue(finding.found().contains("MEDIA_WORKERS"));
    assertEquals(List.of("AI_KEY"), examined.settings().unknown());
  }

  @Test
  void aMissingLogoIsAProblem() {
    var finding = Tools.logo(settings(Map.of("NEWSROOM_LOGO", folder + "/logo.png")));

    assertEquals(State.PROBLEM, finding.state());
    assertTrue(finding.whatToDo().contains("NEWSROOM_LOGO"));
  }

  @Test
  void aFolderWithoutFontsIsAProblem() {
    assertEquals(
        State.PROBLEM, Tools.fonts(settings(Map.of("FONT_DIR", folder.toString()))).state());
    assertEquals(State.OK, Tools.fonts(settings(Map.of())).state());
  }

  @Test
  void aMissingFfmpegIsAProblem() throws InterruptedException {
    var settings = settings(Map.of("FFMPEG_PATH", folder + "/ffmpeg"));

    assertEquals(State.PROBLEM, Tools.ffmpeg(settings, folder).state());
  }

  @Test
  void ytDlpSaysItsVersion() throws Exception {
    var program = Files.writeString(folder.resolve("yt-dlp"), "#!/bin/sh\necho 2026.08.19\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));

    var good = Tools.ytDlp(settings(Map.of("YT_DLP_PATH", program.toString())));
    var absent = Tools.ytDlp(settings(Map.of("YT_DLP_PATH", folder + "/none")));

    assertEquals("2026.08.19 (%s)".formatted(program), good.found());
    assertEquals(State.PROBLEM, absent.state());
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsAProblemWithoutItsPassword() throws InterruptedException {
    var settings = settings(Map.of("DATABASE_URL", "postgres://desk:hush-hush@127.0.0.1:1/news"));

    var finding = new DatabaseCheck(settings, new Folders(folder)).call().getFirst();

    assertEquals(State.PROBLEM, finding.state());
    assertTrue(finding.found().contains("127.0.0.1:1"));
    assertFalse(finding.toString().contains("hush-hush"));
  }

  @Test
  void aRefusedTelegramTokenIsAProblemAndStaysHidden() throws IOException {
    try (var server = new MockWebServer()) {
      server.start();
      server.enqueue(
          new MockResponse.Builder()
              .code(401)
              .body("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}")
              .build());

      var finding = Services.telegram(telegram(server));

      assertEquals(State.PROBLEM, finding.state());
      assertTrue(finding.found().contains("401"));
      assertFalse(finding.toString().contains(TOKEN));
    }
  }

  @Test
  void aBotThatAnswersIsNamed() throws IOException {
    try (var server = new MockWebServer()) {
      server.start();
      var me =
          new MockResponse.Builder()
              .body("{\"ok\":true,\"result\":{\"id\":7,\"username\":\"desk_bot\"}}")
              .build();
      server.enqueue(me);
      server.enqueue(me);

      assertEquals(
          "@desk_bot, posting to @desk, answering readers by polling",
          Services.telegram(telegram(server)).found());
      assertEquals(
          "@desk_bot, posting nowhere (TELEGRAM_CHAT_ID is not set), not listening to readers",
          Services.telegram(
                  telegram(server)
                      .with(Map.of(Catalog.TELEGRAM_CHAT_ID, "", Catalog.BOT_MODE, "off")))
              .found());
    }
  }

  @Test
  void anEndpointIsAskedForItsModelsWithTheKey() throws IOException, InterruptedException {
    try (var server = new MockWebServer()) {
      server.start();
      server.enqueue(new MockResponse.Builder().body("{\"data\":[{\"id\":\"pen\"}]}").build());
      server.enqueue(new MockResponse.Builder().body("{\"data\":[{\"id\":\"ink\"}]}").build());
      server.enqueue(new MockResponse.Builder().code(401).body("{}").build());
      server.enqueue(new MockResponse.Builder().code(404).build());
      server.enqueue(new MockResponse.Builder().code(503).build());
      var settings = ai(server);

      assertEquals(State.OK, Services.ai(settings).state());
      assertEquals(State.WARNING, Services.ai(settings).state());
      var refused = Services.ai(settings);
      assertEquals(State.PROBLEM, refused.state());
      assertFalse(refused.toString().contains("hush-hush"));
      assertEquals(State.OK, Services.ai(settings).state());
      assertEquals(State.WARNING, Services.ai(settings).state());
      var request = server.takeRequest();
      assertEquals("/v1/models", request.getUrl().encodedPath());
      assertEquals("Bearer hush-hush", request.getHeaders().get("Authorization"));
    }
  }

  @Test
  void littleRoomIsAWarningAndNoRoomAProblem() {
    assertEquals(State.OK, Machine.disk(folder, 3_000 * MB).state());
    assertEquals(State.WARNING, Machine.disk(folder, 1_000 * MB).state());
    assertEquals(State.PROBLEM, Machine.disk(folder, 100 * MB).state());
    assertEquals(State.OK, Machine.memory(512 * MB, 128 * MB).state());
    assertEquals(State.WARNING, Machine.memory(256 * MB, 64 * MB).state());
  }

  @Test
  void failingSourcesAreNamedWithTheirReason() {
    var sources = List.of(source("Good", null, 0), source("Bad", "HTTP 500\nmore", 3));

    var finding = DatabaseCheck.sources(sources);

    assertEquals(State.WARNING, finding.state());
    assertEquals("2, 1 failing (Bad: HTTP 500)", finding.found());
  }

  private static Source source(String name, @Nullable String error, int failures) {
    return new Source(
        1,
        "https://example.org/" + name,
        SourceKind.FEED,
        name,
        null,
        null,
        null,
        Memory.NONE,
        new Health(null, null, error, failures, Instant.EPOCH));
  }

  private Settings telegram(MockWebServer server) {
    return settings(
        Map.of(
            "TELEGRAM_API_URL",
            server.url("/").toString(),
            "TELEGRAM_BOT_TOKEN",
            TOKEN,
            "TELEGRAM_CHAT_ID",
            "@desk"));
  }

  private Settings ai(MockWebServer server) {
    return settings(
        Map.of(
            "AI_BASE_URL", server.url("/v1").toString(),
            "AI_API_KEY", "hush-hush",
            "AI_MODEL", "pen"));
  }

  private Settings settings(Map<String, String> environment) {
    return Settings.load(environment, folder.resolve(".env"));
  }
}
