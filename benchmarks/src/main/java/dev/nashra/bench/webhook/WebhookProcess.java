package dev.nashra.bench.webhook;

import dev.nashra.bot.BotHandlers;
import dev.nashra.bot.BotLanguage;
import dev.nashra.bot.GroupedInbox;
import dev.nashra.bot.download.Downloads;
import dev.nashra.bot.download.Downloads.Quota;
import dev.nashra.config.DatabaseUrl;
import dev.nashra.queue.Backoff;
import dev.nashra.queue.Handlers;
import dev.nashra.queue.NewTask;
import dev.nashra.queue.QueueRules;
import dev.nashra.queue.QueueWorker;
import dev.nashra.queue.RateLimit;
import dev.nashra.queue.RateLimits;
import dev.nashra.queue.TaskContext;
import dev.nashra.queue.TaskHandler;
import dev.nashra.queue.TaskListener;
import dev.nashra.queue.TaskOutcome;
import dev.nashra.queue.TaskStore.Retention;
import dev.nashra.queue.WorkerRules;
import dev.nashra.store.ChatTable;
import dev.nashra.store.Database;
import dev.nashra.store.DownloadTable;
import dev.nashra.store.NewsstandQuery;
import dev.nashra.store.SendTable;
import dev.nashra.store.TaskBell;
import dev.nashra.store.TaskClaims;
import dev.nashra.store.TaskTable;
import dev.nashra.store.UpdateTable;
import dev.nashra.telegram.BotToken;
import dev.nashra.telegram.TelegramBotApi;
import dev.nashra.time.Clock;
import dev.nashra.time.Waiter;
import dev.nashra.web.HealthReport;
import dev.nashra.web.Pages;
import dev.nashra.web.Probes;
import dev.nashra.web.TelegramWebhook;
import dev.nashra.web.WebServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * The process that is measured: web server, webhook and all queues as the daemon has them, its
 * downloads all busy. Started by the benchmark.
 */
@Command(name = "webhook-process", hidden = true)
public final class WebhookProcess implements Callable<Integer> {
  static final String TOKEN = "700700:benchmarkTokenThatIsNoSecret";
  static final String SECRET = "benchmark_secret";
  private static final int DOWNLOADS = 2_000;

  @Parameters(index = "0")
  private String jdbc;

  @Parameters(index = "1")
  private String user;

  @Parameters(index = "2")
  private URI telegram;

  /** Runs until its standard input ends; the password comes first. */
  @Override
  public Integer call() throws IOException, InterruptedException {
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (var database = Database.open(new DatabaseUrl(jdbc, user, input.readLine()), 20);
        var connections = database.forQueues(4);
        var requests = database.forRequests(4);
        var bell = new TaskBell(database)) {
      var tasks = new TaskTable(database, bell);
      var worker = work(database, connections, bell, tasks);
      tasks.addAll(IntStream.range(0, DOWNLOADS).mapToObj(_ -> download()).toList());
      var webhook =
          new TelegramWebhook(
              new BotToken(TOKEN).botId(),
              SECRET,
              new GroupedInbox(new UpdateTable(requests, new TaskTable(requests, bell))));
      try (var server = WebServer.start("127.0.0.1", 0, pages(), probes(), webhook)) {
        System.out.println(server.port());
        while (input.readLine() != null) {
          // Until the benchmark has seen enough.
        }
      }
      worker.stop(Duration.ZERO);
    }
    return 0;
  }

  private QueueWorker work(
      Database database, Database connections, TaskBell bell, TaskTable tasks) {
    var handlers = new ArrayList<TaskHandler<?>>(bot(database, tasks).all());
    handlers.add(new Download());
    return QueueWorker.start(
        new WorkerRules(
            "bench",
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            new RateLimits(
                Map.of(
                    "bot", List.of(RateLimit.perSecond(30)),
                    "chat", List.of(RateLimit.perSecond(1)),
                    "channel", List.of(RateLimit.perSecond(1), RateLimit.perMinute(20)))),
            new Retention(Duration.ofDays(3), Duration.ofDays(90))),
        List.of(
            queue("downloads", 2), queue("telegram", 4), queue("updates", 4), queue("default", 2)),
        new Handlers(handlers),
        new TaskClaims(database, connections, bell),
        bell,
        TaskListener.SILENT);
  }

  private BotHandlers bot(Database database, TaskTable tasks) {
    var token = new BotToken(TOKEN);
    var api =
        new TelegramBotApi(
            new OkHttpClient(), telegram, token, Duration.ofSeconds(8), Clock.SYSTEM);
    return new BotHandlers(
        new BotHandlers.Identity(
            token.botId(), "Bench", BotLanguage.ENGLISH, Optional.empty(), ZoneOffset.UTC),
        api,
        new NewsstandQuery(database),
        new ChatTable(database),
        new SendTable(database),
        tasks,
        new Downloads(
            new DownloadTable(database), tasks, new Quota(20, ZoneOffset.UTC), Clock.SYSTEM));
  }

  private static QueueRules queue(String name, int workers) {
    return new QueueRules(name, workers, Duration.ofSeconds(60), 3, Backoff.seconds(2, 10));
  }

  private static NewTask download() {
    return NewTask.of("slow_download", Map.of()).on("downloads");
  }

  private static Pages pages() {
    var nowhere = Path.of("benchmarks", "target", "no-pages");
    return new Pages(nowhere, nowhere, nowhere, null);
  }

  private static Probes probes() {
    return new Probes(() -> new HealthReport(List.of()), () -> "", Optional.empty(), true);
  }

  record Nothing() {}

  /** Like a slow server: it takes long and hardly any of this machine. */
  private static final class Download implements TaskHandler<Nothing> {
    @Override
    public String kind() {
      return "slow_download";
    }

    @Override
    public Class<Nothing> payloadType() {
      return Nothing.class;
    }

    @Override
    public TaskOutcome handle(Nothing payload, TaskContext context) throws InterruptedException {
      Waiter.pause(Duration.ofSeconds(5));
      return TaskOutcome.done();
    }
  }
}
