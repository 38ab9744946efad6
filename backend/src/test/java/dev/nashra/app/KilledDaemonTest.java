package dev.nashra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nashra.config.Settings;
import dev.nashra.process.ChildProcess;
import dev.nashra.sample.OutletKind;
import dev.nashra.sample.SampleNewsroom;
import dev.nashra.source.NewSource;
import dev.nashra.telegram.BotApiServer;
import dev.nashra.telegram.BotApiServer.Behaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One newsroom whose daemon is killed in every stage, one life after the other, and then left
 * alone: real processes, the embedded database, a Bot API server and the local sink.
 */
@Timeout(240)
final class KilledDaemonTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Holds whoever writes to a table that is named in "held". */
  private static final String HOLD =
      """
      create table held (name text);
      create function hold() returns trigger language plpgsql as $$
        begin
          if exists (select from held where name = tg_table_name) then
            perform pg_sleep(300);
          end if;
          return null;
        end $$;
      create trigger hold before insert or update on articles execute function hold();
      create trigger hold before insert or update on posts execute function hold();
      create trigger hold before insert or update on renderings execute function hold();
      create trigger hold before insert or update on editions execute function hold();
      """;

  @TempDir private Path folder;

  @Test
  void aNewsroomWhoseDaemonIsKilledInEveryStagePublishesEverythingOnce() throws Exception {
    assumeTrue(ChildProcess.diesWithUs(), "needs setpriv of util-linux");
    try (var sample = new SampleNewsroom(0, Instant.now());
        var bot = new BotApiServer()) {
      var settings = settings(bot);
      setUp(sample, settings);

      killedIn(settings, "scraping", database -> isHeld(database, "articles"), "posts");
      killedIn(settings, "processing", database -> isHeld(database, "posts"), "renderings");
      killedIn(settings, "media", database -> isHeld(database, "renderings"), "nothing");
      killedIn(settings, "publishing", _ -> !unfinished("mp4").isEmpty(), "nothing");
      bot.will(Behaviour.POSTS_AND_FALLS_SILENT);
      killedIn(settings, "publishing", _ -> bot.silences() == 1, "nothing");
      bot.will(Behaviour.FALLS_SILENT);
      killedIn(settings, "publishing", _ -> bot.silences() == 2, "editions");
      killedIn(settings, "broadcast", this::isHeldAndThenTheDoubtfulPostIsOld, "nothing");

      settings.put("REELS_PER_CYCLE", "0"); // the one that was made is enough
      try (var daemon = DaemonProcess.start(folder, settings)) {
        try (var database = DaemonDatabase.of(postgres())) {
          await(daemon, () -> database.count("cycles where state = 'DONE'") == 1);
          assertEverythingIsPublishedOnce(database, bot);
          assertTheDeadAreRecorded(database);
          assertEquals(List.of(), unfinished(""));
        }
        daemon.stop();
      }
    }
  }

  private Map<String, String> settings(BotApiServer bot) {
    return new HashMap<>(
        Map.of(
            "DATA_DIR", data().toString(),
            "CYCLE_INTERVAL_SECONDS", "3600",
            "ALLOW_PRIVATE_NETWORK_HOSTS", "127.0.0.1",
            "MAX_ARTICLES_PER_SOURCE", "1",
            "REELS_PER_CYCLE", "1",
            "TELEGRAM_BOT_TOKEN", BotApiServer.TOKEN,
            "TELEGRAM_CHAT_ID", "@nashra_news",
            "TELEGRAM_API_URL", bot.address().toString(),
            "TELEGRAM_PREVIEW_URL", bot.address().toString()));
  }

  /** The database, an outlet, and the hold on the first stage. */
  private void setUp(SampleNewsroom sample, Map<String, String> variables) throws Exception {
    var settings = Settings.load(variables, folder.resolve(".env"));
    try (var storage = Storage.forDaemon(settings);
        var newsroom = Newsroom.open(settings, storage.database())) {
      var outlet =
          sample.outlets().stream()
              .filter(o -> o.kind() == OutletKind.RSS && o.fullText() && o.arabic())
              .findFirst()
              .orElseThrow();
      newsroom.sources().add(NewSource.at(sample.addressOf(outlet), outlet.name()));
      storage.database().useTransaction(h -> h.execute(HOLD));
      storage.database().useTransaction(h -> h.execute("insert into held values ('articles')"));
    }
  }

  /** A life that ends at a moment of a stage; says which table is held in the next one. */
  private void killedIn(Map<String, String> settings, String stage, Moment moment, String nextHeld)
      throws Exception {
    try (var daemon = DaemonProcess.start(folder, settings);
        var database = DaemonDatabase.of(postgres())) {
      await(
          daemon,
          () ->
              database.count("runs where state = 'RUNNING' and stage = '%s'".formatted(stage)) > 0
                  && moment.hasCome(database));
      assertTrue(daemon.children().contains("postgres"), () -> "of " + daemon.children());
      database.execute("update held set name = '%s'".formatted(nextHeld));
      daemon.kill();
    }
  }

  private static void await(DaemonProcess daemon, Callable<Boolean> condition) {
    try {
      Awaitility.await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> !daemon.isAlive() || condition.call());
      assertTrue(daemon.isAlive());
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(daemon.log(), e);
    }
  }

  private static boolean isHeld(DaemonDatabase database, String table) throws Exception {
    return database.count(
            "pg_stat_activity where wait_event = 'PgSleep' and query ~* '(into|update) %s'"
                .formatted(table))
        > 0;
  }

  /** What may still appear on the channel is asked for again minutes later; they pass here. */
  private boolean isHeldAndThenTheDoubtfulPostIsOld(DaemonDatabase database) throws Exception {
    if (!isHeld(database, "editions")) {
      return false;
    }
    assertEquals(
        List.of("it may still appear"),
        database.texts("select error from publications where state = 'UNKNOWN'"));
    database.execute(
        """
        update publications set armed = armed - interval '4 minutes', next_attempt = now()
        where state = 'UNKNOWN'""");
    return true;
  }

  private void assertEverythingIsPublishedOnce(DaemonDatabase database, BotApiServer bot)
      throws Exception {
    assertEquals(
        List.of(),
        database.texts(
            "select state || ' ' || coalesce(error, '') from publications"
                + " where state <> 'PUBLISHED'"));
    var posted = bot.posted();
    assertEquals(posted.size(), new HashSet<>(posted).size(), () -> "twice among " + posted);
    var onTelegram = "publications u join accounts a on a.id = u.account_id where a.network = '%s'";
    assertEquals(database.count(onTelegram.formatted("TELEGRAM")), posted.size());
    assertTrue(posted.stream().anyMatch(text -> text.startsWith(BotApiServer.VIDEO)));
    assertEquals(
        0,
        database.count(
            """
            posts p where network in ('TELEGRAM', 'LOCAL') and not exists (
              select from publications u where u.post_id = p.id and u.format = 'CARD')"""));
    assertEquals(database.count(onTelegram.formatted("LOCAL")), localFiles());
    assertTrue(database.count("editions") > 0);
  }

  private long localFiles() throws IOException {
    try (var files = Files.walk(data().resolve("published"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("\\d+-v\\d+-(card|reel)\\.json"))
          .count();
    }
  }

  private static void assertTheDeadAreRecorded(DaemonDatabase database) throws Exception {
    assertEquals(7, database.count("cycles where state = 'LOST' and ended is not null"));
    assertEquals(0, database.count("cycles where state = 'RUNNING'"));
    assertEquals(0, database.count("runs where state = 'RUNNING'"));
    assertEquals(
        List.of("broadcast", "media", "processing", "publishing", "scraping"),
        database.texts("select distinct stage from runs where state = 'LOST' order by stage"));
  }

  /** Files that were begun and are not whole, by the end of their names. */
  private List<Path> unfinished(String ending) throws IOException {
    try (var files = Files.walk(data())) {
      return files
          .filter(file -> !file.startsWith(postgres()))
          .filter(Leftovers::isUnfinished)
          .filter(file -> file.toString().endsWith(ending))
          .toList();
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path postgres() {
    return data().resolve("postgres");
  }

  /** Whether a life has reached the point at which it is to end. */
  private interface Moment {
    boolean hasCome(DaemonDatabase database) throws Exception;
  }
}
