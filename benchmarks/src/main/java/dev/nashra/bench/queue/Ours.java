package dev.nashra.bench.queue;

import dev.nashra.config.DatabaseUrl;
import dev.nashra.queue.Backoff;
import dev.nashra.queue.Handlers;
import dev.nashra.queue.NewTask;
import dev.nashra.queue.QueueRules;
import dev.nashra.queue.QueueWorker;
import dev.nashra.queue.RateLimits;
import dev.nashra.queue.TaskContext;
import dev.nashra.queue.TaskHandler;
import dev.nashra.queue.TaskListener;
import dev.nashra.queue.TaskOutcome;
import dev.nashra.queue.TaskStore.Retention;
import dev.nashra.queue.WorkerRules;
import dev.nashra.store.Database;
import dev.nashra.store.TaskBell;
import dev.nashra.store.TaskClaims;
import dev.nashra.store.TaskTable;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Nashra's queue, as the daemon runs it. */
final class Ours implements Contender {
  private final Database database;
  private final Database connections;
  private final TaskBell bell;
  private final TaskTable tasks;
  private final TaskBell otherBell;
  private final TaskTable otherTasks;
  private QueueWorker worker;

  Ours(DatabaseUrl url) {
    database = Database.open(url, 12);
    connections = database.forQueues(4);
    bell = new TaskBell(database);
    tasks = new TaskTable(database, bell);
    otherBell = new TaskBell(database);
    otherTasks = new TaskTable(database, otherBell);
  }

  @Override
  public void add(int number) {
    tasks.add(task(number));
  }

  @Override
  public void addElsewhere(int number) {
    otherTasks.add(task(number));
  }

  @Override
  public void addBatch(int from, int count) {
    tasks.addAll(IntStream.range(from, from + count).mapToObj(Ours::task).toList());
  }

  private static NewTask task(int number) {
    return NewTask.ofJson("noop", "{\"number\":" + number + "}");
  }

  @Override
  public void start(int workers) {
    worker =
        QueueWorker.start(
            new WorkerRules(
                "bench",
                Duration.ofSeconds(30),
                Duration.ofSeconds(1),
                RateLimits.NONE,
                new Retention(Duration.ofDays(3), Duration.ofDays(90))),
            List.of(
                new QueueRules(
                    "default", workers, Duration.ofSeconds(60), 3, Backoff.seconds(5, 15))),
            new Handlers(List.of(new NoOp())),
            new TaskClaims(database, connections, bell),
            bell,
            TaskListener.SILENT);
  }

  @Override
  public void stop() {
    try {
      worker.stop(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean isEmpty() {
    return database.inTransaction(
        handle ->
            handle.createQuery("select not exists (select from tasks)").mapTo(Boolean.class).one());
  }

  @Override
  public void close() {
    bell.close();
    otherBell.close();
    connections.close();
    database.close();
  }

  private static final class NoOp implements TaskHandler<Numbered> {
    @Override
    public String kind() {
      return "noop";
    }

    @Override
    public Class<Numbered> payloadType() {
      return Numbered.class;
    }

    @Override
    public TaskOutcome handle(Numbered payload, TaskContext context) {
      Ran.mark();
      return TaskOutcome.done();
    }
  }

  record Numbered(int number) {}
}
