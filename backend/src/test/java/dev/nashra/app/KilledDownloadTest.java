package dev.nashra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nashra.bot.Asker;
import dev.nashra.bot.BotLanguage;
import dev.nashra.bot.download.Download;
import dev.nashra.bot.download.FakeYtDlp;
import dev.nashra.config.Settings;
import dev.nashra.process.ChildProcess;
import dev.nashra.process.Command;
import dev.nashra.queue.TaskListener;
import dev.nashra.store.DownloadTable;
import dev.nashra.store.TestDatabase;
import dev.nashra.telegram.MediaChatServer;
import dev.nashra.time.Waiter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A worker process that is really killed in the middle of a download, and the next one. */
@Timeout(120)
final class KilledDownloadTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Asker READER =
      new Asker(MediaChatServer.BOT, 1001, 1, 11, BotLanguage.ENGLISH);

  @TempDir private Path data;
  @TempDir private Path bin;

  @Test
  void theNextWorkerClearsUpAndTheReaderGetsTheMedia() throws Exception {
    assumeTrue(ChildProcess.diesWithUs(), "needs setpriv of util-linux");
    var ytDlp = new FakeYtDlp(bin);
    try (var chat = new MediaChatServer();
        var worker = worker(settings(chat, ytDlp))) {
      var settings = Settings.load(settings(chat, ytDlp), data.resolve("no.env"));
      request(settings);
      await(ytDlp::isHanging);

      worker.signal(Command.Signal.KILL);

      assertTrue(ytDlp.dies(), "it dies with its worker");
      assertEquals(1, folders().size());
      var orphan = Files.createDirectories(downloads().resolve(UUID.randomUUID().toString()));
      Files.write(orphan.resolve("x.part"), new byte[10]);

      try (var queues = new Queues(settings, DATABASE.get())) {
        var next = queues.work(Queues.declared(settings), TaskListener.SILENT);
        assertFalse(Files.exists(orphan), "swept at the start");
        await(() -> state() == Download.State.DONE);
        await(() -> folders().isEmpty());
        next.stop(Duration.ofSeconds(5));
      }
      assertEquals(1, chat.calls("sendVideo").size());
      assertEquals(2, ytDlp.runs());
    }
  }

  private static void request(Settings settings) {
    try (var queues = new Queues(settings, DATABASE.get())) {
      var link = URI.create("https://media.invalid/hang-once");
      queues.downloads().downloads().request(READER, link);
    }
  }

  private Map<String, String> settings(MediaChatServer chat, FakeYtDlp ytDlp) {
    return Map.of(
        "DATA_DIR",
        data.toString(),
        "TELEGRAM_BOT_TOKEN",
        MediaChatServer.TOKEN,
        "TELEGRAM_CHAT_ID",
        "-1001",
        "TELEGRAM_API_URL",
        chat.address().toString(),
        "YT_DLP_PATH",
        ytDlp.program().toString(),
        "QUEUE_LEASE_SECONDS",
        "2");
  }

  private ChildProcess worker(Map<String, String> settings) {
    var url = DATABASE.url();
    var arguments =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DownloadWorkerProcess.class.getName(),
                url.jdbc(),
                String.valueOf(url.user()),
                String.valueOf(url.password())));
    settings.forEach((name, value) -> arguments.addAll(List.of(name, value)));
    return Command.of(arguments).loggingTo(bin.resolve("worker.log")).start();
  }

  private static Download.State state() {
    var store = new DownloadTable(DATABASE.get());
    return store.find(1).orElseThrow().state();
  }

  private Path downloads() {
    return new Folders(data).downloads();
  }

  private List<Path> folders() {
    try (var entries = Files.list(downloads())) {
      return entries.toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    assertTrue(Waiter.until(condition, Duration.ofSeconds(60), Duration.ofMillis(20)));
  }
}
