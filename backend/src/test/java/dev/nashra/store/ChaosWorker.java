package dev.nashra.store;

import dev.nashra.config.DatabaseUrl;
import dev.nashra.queue.Handlers;
import dev.nashra.queue.NewTask;
import dev.nashra.queue.QueueWorker;
import dev.nashra.queue.RateLimits;
import dev.nashra.queue.TaskContext;
import dev.nashra.queue.TaskHandler;
import dev.nashra.queue.TaskListener;
import dev.nashra.queue.TaskOutcome;
import dev.nashra.time.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.JdbiException;

/** A worker process that is there to be killed. */
public final class ChaosWorker {
  static final Duration LEASE = Duration.ofSeconds(2);
  private static final int WORKERS = 4;

  private ChaosWorker() {}

  /** Takes the database's address, user and password. */
  public static void main(String[] arguments) throws InterruptedException {
    var database =
        Database.openUnchanged(new DatabaseUrl(arguments[0], arguments[1], arguments[2]), 8);
    QueueWorker.start(
        QueueInTest.workerRules(LEASE, RateLimits.NONE),
        List.of(QueueInTest.rules("default", WORKERS)),
        new Handlers(List.of(new Ledger(database))),
        new TaskClaims(database, database.forQueues(4), new TaskBell(database)),
        new TaskBell(database),
        TaskListener.SILENT);
    Waiter.pause(Duration.ofMinutes(30));
  }

  static NewTask task(int number) {
    var task = NewTask.of("ledger", new Entry(number));
    // Some belong to owners, so that their tokens are lost and found again too.
    return number % 5 == 0 ? task.ownedBy("user:" + number % 200) : task;
  }

  /** Which tasks end as dead letters. */
  static boolean dies(int number) {
    return number % 50 == 7;
  }

  record Entry(int number) {}

  /** Writes a line for each task. */
  private record Ledger(Database database) implements TaskHandler<Entry> {
    @Override
    public String kind() {
      return "ledger";
    }

    @Override
    public Class<Entry> payloadType() {
      return Entry.class;
    }

    @Override
    public TaskOutcome handle(Entry entry, TaskContext context) throws Exception {
      Waiter.pause(Duration.ofMillis(entry.number() * 7919L % 8));
      if (dies(entry.number())) {
        return TaskOutcome.dead("on purpose");
      }
      if (entry.number() % 11 == 3 && context.task().past().failures() == 0) {
        return TaskOutcome.retry("on purpose");
      }
      try {
        context.complete(
            () ->
                database.useTransaction(
                    handle ->
                        handle.execute(
                            "insert into ledger (number, clock) values (?, ?)",
                            entry.number(),
                            Instant.now())));
        return TaskOutcome.done();
      } catch (JdbiException e) {
        // A cut connection, perhaps after the commit: that, the database knows.
        return TaskOutcome.retryAfter(Duration.ofMillis(50), String.valueOf(e.getMessage()));
      }
    }
  }
}
