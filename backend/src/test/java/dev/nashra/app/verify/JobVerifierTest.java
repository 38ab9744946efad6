package dev.nashra.app.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.nashra.app.Newsroom;
import dev.nashra.app.doctor.Finding;
import dev.nashra.app.doctor.Finding.State;
import dev.nashra.config.BroadcastMode;
import dev.nashra.config.Settings;
import dev.nashra.config.Settings.Examined;
import dev.nashra.store.TestDatabase;
import dev.nashra.telegram.BotApiServer;
import dev.nashra.telegram.BotApiServer.Behaviour;
import dev.nashra.worker.Job;
import dev.nashra.worker.RunOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

@Timeout(240)
final class JobVerifierTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @TempDir private Path folder;

  @Test
  void everyJobRunsAndNothingIsPublishedOrLeft() throws Exception {
    try (var bot = new BotApiServer()) {
      var before = database();
      var folders = dryRunFolders();
      var examined = examined(account(bot));

      var verdicts = verify(examined, JobVerifier.names(examined.settings()));

      assertEquals(12, verdicts.size());
      assertTrue(verdicts.stream().allMatch(JobVerdict::isFine), verdicts::toString);
      assertEquals("600 s", verdicts.getFirst().timeout());
      assertEquals("side by side, 2 at once", named(verdicts, "generate_audio").executor());
      assertEquals(before, database());
      assertEquals(folders, dryRunFolders());
      assertEquals(List.of("cache"), names(folder.resolve("data")));
      // The token's check asks getMe, and nothing else was asked.
      assertEquals(1, bot.requests());
      assertEquals("", String.join("", bot.posted()));
    }
  }

  @Test
  void aBrokenJobIsToldWithWhatToDo() throws Exception {
    try (var bot = new BotApiServer();
        var ai = new MockWebServer()) {
      ai.start();
      ai.enqueue(new MockResponse.Builder().code(401).body("{}").build());
      bot.will(Behaviour.REFUSES_THE_BOT);
      var broken = account(bot);
      broken.put("FFMPEG_PATH", folder.resolve("no-ffmpeg").toString());
      broken.put("AI_BASE_URL", ai.url("/v1").toString());
      broken.put("AI_API_KEY", "hush-hush");
      broken.put("AI_MODEL", "pen");

      var verdicts =
          verify(
              examined(broken),
              List.of(
                  "cluster_news", "generate_reports", "generate_audio", "publish_to_social_media"));

      assertTrue(named(verdicts, "cluster_news").isFine(), verdicts::toString);
      assertToldAbout("AI", "AI_API_KEY", named(verdicts, "generate_reports"));
      assertToldAbout("ffmpeg", "FFMPEG_PATH", named(verdicts, "generate_audio"));
      assertEquals(State.PROBLEM, named(verdicts, "generate_audio").dryRun().state());
      assertToldAbout("Telegram", "BotFather", named(verdicts, "publish_to_social_media"));
      assertFalse(verdicts.toString().contains("hush-hush"));
      assertEquals(1, ai.getRequestCount());
      assertEquals(1, bot.requests());
    }
  }

  @Test
  void theTriedNewsroomsHealthIsNobodysAlarm() throws Exception {
    var log = new ListAppender<ILoggingEvent>();
    var health = (Logger) LoggerFactory.getLogger("health");
    log.start();
    health.addAppender(log);
    try {
      var verdicts = verify(examined(new HashMap<>()), List.of("health_check"));

      assertTrue(named(verdicts, "health_check").isFine(), verdicts::toString);
      assertEquals(List.of(), log.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    } finally {
      health.detachAppender(log);
    }
  }

  @Test
  void theNewsroomItselfIsNotLockedMeanwhile() throws Exception {
    var settings = examined(new HashMap<>()).usable();
    try (var dryRun = DryRun.open(settings, DATABASE.get())) {
      var stage = dryRun.stages().getFirst();
      assertTrue(dryRun.run(stage, stage.jobs().getFirst()) instanceof RunOutcome.Done);

      // Articles are stored one at a time, and the dry run's transaction is still open.
      DATABASE
          .get()
          .useTransaction(
              handle -> {
                handle.execute("set local lock_timeout = '1s'");
                handle.execute(
                    "select pg_advisory_xact_lock(hashtext('articles of ' || current_schema()))");
                handle.execute("lock table articles, runs, workers in access exclusive mode");
              });
    }
  }

  @ParameterizedTest
  @EnumSource(BroadcastMode.class)
  void everyJobIsKnown(BroadcastMode mode) {
    var settings = examined(new HashMap<>(Map.of("BROADCAST_MODE", mode.name()))).usable();

    var newsroom = Newsroom.open(settings, DATABASE.get());
    var pipeline =
        Stream.concat(newsroom.stages().stream(), newsroom.besideTheCycle().stream())
            .flatMap(stage -> stage.jobs().stream())
            .map(Job::name)
            .toList();

    assertEquals(
        pipeline.stream().sorted().toList(),
        JobVerifier.names(settings).stream().sorted().toList());
  }

  @Test
  void aTimeoutCounts() throws Exception {
    var examined = examined(new HashMap<>(Map.of("AUDIO_TIMEOUT", "1")));

    var verdict = verify(examined, List.of("generate_audio")).getFirst();

    assertFalse(verdict.isFine());
    assertEquals("stopped after 1 s", verdict.dryRun().found());
    assertTrue(verdict.dryRun().whatToDo().contains("AUDIO_TIMEOUT"));
  }

  @Test
  void withoutADatabaseNoJobIsFine() throws Exception {
    var url = Map.of("DATABASE_URL", "postgres://desk:hush@127.0.0.1:1/news");

    var verdict = verify(examined(new HashMap<>(url)), List.of("cluster_news")).getFirst();

    assertToldAbout("Database", "DATABASE_URL", verdict);
  }

  private static void assertToldAbout(String need, String whatToDo, JobVerdict verdict) {
    assertFalse(verdict.isFine());
    assertTrue(
        verdict.remarks().stream().anyMatch(f -> f.name().equals(need) && says(f, whatToDo)),
        verdict::toString);
  }

  private static boolean says(Finding finding, String whatToDo) {
    return finding.state() == State.PROBLEM && finding.whatToDo().contains(whatToDo);
  }

  private static JobVerdict named(List<JobVerdict> verdicts, String job) {
    return verdicts.stream().filter(v -> v.job().equals(job)).findFirst().orElseThrow();
  }

  private static List<JobVerdict> verify(Examined examined, List<String> names)
      throws InterruptedException {
    return new JobVerifier(examined, _ -> {}).verify(names);
  }

  private Map<String, String> account(BotApiServer bot) {
    return new HashMap<>(
        Map.of(
            "TELEGRAM_API_URL",
            bot.address().toString(),
            "TELEGRAM_BOT_TOKEN",
            BotApiServer.TOKEN,
            "TELEGRAM_CHAT_ID",
            "@desk_news"));
  }

  private Examined examined(Map<String, String> environment) {
    var url = DATABASE.url();
    environment.putIfAbsent(
        "DATABASE_URL", "%s?user=%s&password=%s".formatted(url.jdbc(), url.user(), url.password()));
    environment.put("DATA_DIR", folder.resolve("data").toString());
    return Settings.examine(environment, folder.resolve("none"));
  }

  /** All schemas and relations, and the rows of the newsroom's tables. */
  private static List<String> database() {
    return DATABASE
        .get()
        .inTransaction(
            handle ->
                handle
                    .createQuery(
                        """
                        select nspname::text from pg_namespace where nspname not like 'pg\\_%temp%'
                        union all
                        select oid::text || relname from pg_class where relkind in ('r', 'i', 'S')
                        union all
                        select relname || ':' || (xpath('/row/n/text()', query_to_xml(
                          format('select count(*) n from %I', relname), true, true, '')))[1]::text
                        from pg_class
                        where relkind = 'r' and relnamespace = 'public'::regnamespace
                        order by 1""")
                    .mapTo(String.class)
                    .list());
  }

  private static List<String> dryRunFolders() throws IOException {
    return names(Path.of(System.getProperty("java.io.tmpdir"))).stream()
        .filter(name -> name.startsWith("nashra-dry-run-"))
        .toList();
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
