package dev.nashra.app;

import dev.nashra.bot.GroupedInbox;
import dev.nashra.bot.UpdateInbox;
import dev.nashra.config.QueueSettings;
import dev.nashra.config.QueueSettings.QueueSetting;
import dev.nashra.config.Settings;
import dev.nashra.queue.Backoff;
import dev.nashra.queue.QueueDesk;
import dev.nashra.queue.QueueRules;
import dev.nashra.queue.QueueWorker;
import dev.nashra.queue.RateLimit;
import dev.nashra.queue.RateLimits;
import dev.nashra.queue.TaskListener;
import dev.nashra.queue.TaskQueue;
import dev.nashra.queue.TaskStore.Retention;
import dev.nashra.queue.WorkerRules;
import dev.nashra.store.Database;
import dev.nashra.store.TaskBell;
import dev.nashra.store.TaskClaims;
import dev.nashra.store.TaskDesk;
import dev.nashra.store.TaskTable;
import dev.nashra.store.UpdateTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The task queues of the newsroom, built from the settings. */
public final class Queues implements AutoCloseable {
  /** One for the heartbeat, one for what has ended, two for claims. */
  private static final int CONNECTIONS = 4;

  private static final int REQUEST_CONNECTIONS = 4;

  private final Settings settings;
  private final Database database;
  private final TaskBell bell;
  private final List<Database> connections = new ArrayList<>();

  /** Guarded by this. */
  private @Nullable Database requests;

  public Queues(Settings settings, Database database) {
    this.settings = settings;
    this.database = database;
    this.bell = new TaskBell(database);
  }

  /** For whoever has work for later. */
  public TaskQueue tasks() {
    return new TaskTable(database, bell);
  }

  /** For what readers write to the bot and somebody waits to see stored. */
  UpdateInbox inbox() {
    return new GroupedInbox(new UpdateTable(requests(), new TaskTable(requests(), bell)));
  }

  /** Connections that do not wait long for an answer. */
  synchronized Database requests() {
    if (requests == null) {
      requests = database.forRequests(REQUEST_CONNECTIONS);
      connections.add(requests);
    }
    return requests;
  }

  /** For readers of the bot. */
  public MediaDownloads downloads() {
    return new MediaDownloads(settings, database, tasks());
  }

  /** For the operator. */
  public QueueDesk desk() {
    return new TaskDesk(database, bell);
  }

  /** The queues that the settings declare. */
  public static List<QueueRules> declared(Settings settings) {
    return QueueSettings.queues().stream().map(queue -> rules(settings, queue)).toList();
  }

  private static QueueRules rules(Settings settings, QueueSetting queue) {
    return new QueueRules(
        queue.name(),
        settings.get(queue.workers()),
        settings.get(queue.timeout()),
        settings.get(queue.attempts()),
        new Backoff(settings.get(queue.backoff())));
  }

  /** Begins to work these queues in this process. */
  public QueueWorker work(List<QueueRules> queues, TaskListener listener) {
    var own = database.forQueues(CONNECTIONS);
    connections.add(own);
    var downloads = downloads();
    downloads.sweep();
    return QueueWorker.start(
        workerRules(),
        queues,
        TaskHandlers.of(settings, database, tasks(), downloads),
        new TaskClaims(database, own, bell),
        bell,
        listener);
  }

  private WorkerRules workerRules() {
    return new WorkerRules(
        "%s/%d".formatted(HostName.get(), ProcessHandle.current().pid()),
        settings.get(QueueSettings.LEASE),
        settings.get(QueueSettings.POLL),
        limits(settings),
        new Retention(
            Duration.ofHours(settings.get(QueueSettings.KEEP_DONE_HOURS)),
            Duration.ofDays(settings.get(QueueSettings.KEEP_DEAD_DAYS))));
  }

  /**
   * The classes of owners: {@code bot:ID} over all its chats, and below it {@code chat:ID} for
   * people, {@code channel:ID} for channels and groups.
   */
  static RateLimits limits(Settings settings) {
    var perChat = RateLimit.perSecond(settings.get(QueueSettings.LIMIT_PER_CHAT));
    return new RateLimits(
        Map.of(
            "bot", List.of(RateLimit.perSecond(settings.get(QueueSettings.LIMIT_PER_BOT))),
            "chat", List.of(perChat),
            "channel",
                List.of(
                    perChat, RateLimit.perMinute(settings.get(QueueSettings.LIMIT_PER_CHANNEL)))));
  }

  @Override
  public void close() {
    bell.close();
    connections.forEach(Database::close);
  }
}
