package dev.nashra.store;

import dev.nashra.queue.Added;
import dev.nashra.queue.Backoff;
import dev.nashra.queue.Handlers;
import dev.nashra.queue.NewTask;
import dev.nashra.queue.QueueDesk.TaskRecord;
import dev.nashra.queue.QueueRules;
import dev.nashra.queue.QueueWorker;
import dev.nashra.queue.RateLimits;
import dev.nashra.queue.TaskContext;
import dev.nashra.queue.TaskHandler;
import dev.nashra.queue.TaskListener;
import dev.nashra.queue.TaskOutcome;
import dev.nashra.queue.TaskState;
import dev.nashra.queue.TaskStore;
import dev.nashra.queue.TaskStore.Retention;
import dev.nashra.queue.Wakeups;
import dev.nashra.queue.WorkerRules;
import dev.nashra.time.Waiter;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A queue on a real database, and workers on it, for tests. */
public final class QueueInTest {
  public static final Backoff NO_WAIT = new Backoff(List.of(Duration.ofMillis(10)));

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Database database;
  private final Database connections;
  private final TaskBell bell;
  private final List<QueueWorker> workers = new ArrayList<>();
  public final TaskTable tasks;
  public final TaskClaims claims;
  public final TaskDesk desk;

  public QueueInTest(Database database) {
    this.database = database;
    this.connections = database.forQueues(4);
    this.bell = new TaskBell(database);
    this.tasks = new TaskTable(database, bell);
    this.claims = new TaskClaims(database, connections, bell);
    this.desk = new TaskDesk(database, bell);
    database.useTransaction(
        handle ->
            handle.execute(
                "truncate tasks, finished_tasks, task_errors, turns, holds, queues, queue_workers"));
  }

  /** Quick and forgiving: 3 attempts, hardly any wait between them. */
  public static QueueRules rules(String name, int workers) {
    return new QueueRules(name, workers, Duration.ofSeconds(30), 3, NO_WAIT);
  }

  public static WorkerRules workerRules(Duration lease, RateLimits limits) {
    return new WorkerRules(
        "test/1",
        lease,
        Duration.ofMillis(500),
        limits,
        new Retention(Duration.ofDays(1), Duration.ofDays(1)));
  }

  public QueueWorker work(QueueRules rules, TaskHandler<?>... handlers) {
    return work(rules, RateLimits.NONE, handlers);
  }

  public QueueWorker work(QueueRules rules, RateLimits limits, TaskHandler<?>... handlers) {
    return work(List.of(rules), limits, bell, handlers);
  }

  public QueueWorker work(QueueRules rules, TaskListener listener, TaskHandler<?>... handlers) {
    return keep(
        QueueWorker.start(
            workerRules(Duration.ofSeconds(30), RateLimits.NONE),
            List.of(rules),
            new Handlers(List.of(handlers)),
            claims,
            bell,
            listener));
  }

  public QueueWorker work(List<QueueRules> rules, TaskHandler<?>... handlers) {
    return work(rules, RateLimits.NONE, bell, handlers);
  }

  public QueueWorker work(
      List<QueueRules> rules, RateLimits limits, List<TaskHandler<?>> handlers) {
    return work(rules, limits, bell, handlers.toArray(TaskHandler<?>[]::new));
  }

  /** A worker that nobody can wake up. */
  public QueueWorker workDeaf(QueueRules rules, TaskHandler<?>... handlers) {
    return work(List.of(rules), RateLimits.NONE, _ -> () -> {}, handlers);
  }

  /** A worker whose heartbeat is never heard. */
  public QueueWorker workSilently(Duration lease, QueueRules rules, TaskHandler<?>... handlers) {
    var silent =
        (TaskStore)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TaskStore.class},
                (_, method, arguments) -> {
                  if (method.getName().equals("heartbeat")) {
                    throw new IllegalStateException("not heard");
                  }
                  return method.invoke(claims, arguments);
                });
    return work(List.of(rules), workerRules(lease, RateLimits.NONE), silent, bell, handlers);
  }

  private QueueWorker work(
      List<QueueRules> rules, RateLimits limits, Wakeups wakeups, TaskHandler<?>... handlers) {
    var workerRules = workerRules(Duration.ofSeconds(30), limits);
    return work(rules, workerRules, claims, wakeups, handlers);
  }

  private QueueWorker work(
      List<QueueRules> rules,
      WorkerRules workerRules,
      TaskStore store,
      Wakeups wakeups,
      TaskHandler<?>... handlers) {
    return keep(
        QueueWorker.start(
            workerRules,
            rules,
            new Handlers(List.of(handlers)),
            store,
            wakeups,
            TaskListener.SILENT));
  }

  /** Until the end of the test. */
  private QueueWorker keep(QueueWorker worker) {
    workers.add(worker);
    return worker;
  }

  public Added add(String kind) {
    return tasks.add(task(kind));
  }

  /** A task that carries nothing. */
  public static NewTask task(String kind) {
    return NewTask.of(kind, Map.of());
  }

  public TaskRecord await(long id, TaskState state) throws InterruptedException {
    var reached = Waiter.until(() -> state(id) == state, PATIENCE, Duration.ofMillis(5));
    var task = desk.find(id).orElseThrow();
    if (!reached) {
      throw new AssertionError(
          "task %d is %s, not %s: %s".formatted(id, task.state(), state, task));
    }
    return task;
  }

  public TaskState state(long id) {
    return desk.find(id).orElseThrow().state();
  }

  /** A handler that takes any payload. */
  public static TaskHandler<Map<?, ?>> handler(String kind, Work work) {
    return new TaskHandler<>() {
      @Override
      public String kind() {
        return kind;
      }

      @Override
      @SuppressWarnings("unchecked") // there is no class of maps with parameters
      public Class<Map<?, ?>> payloadType() {
        return (Class<Map<?, ?>>) (Class<?>) Map.class;
      }

      @Override
      public TaskOutcome handle(Map<?, ?> payload, TaskContext context) throws Exception {
        return work.on(context);
      }
    };
  }

  /** What a handler does. */
  @FunctionalInterface
  public interface Work {
    TaskOutcome on(TaskContext context) throws Exception;
  }

  public Database database() {
    return database;
  }

  public void close() throws InterruptedException {
    for (var worker : workers) {
      worker.stop(Duration.ZERO);
    }
    bell.close();
    connections.close();
  }
}
