package dev.nashra.cli;

import dev.nashra.app.QueueBounds;
import dev.nashra.app.Queues;
import dev.nashra.config.Settings;
import dev.nashra.queue.QueueHealth;
import dev.nashra.queue.QueueHealth.WorkerLine;
import dev.nashra.time.Stopwatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says how the queues are doing, and whether a bound is broken. */
@Command(
    name = "health",
    description = {
      "Say how the queues are doing. Exit code 1 when a bound is broken: QUEUE_OLDEST_READY_SECONDS,",
      "QUEUE_MOST_READY, QUEUE_MOST_DEAD, a worker past its lease, tasks that nobody works on."
    })
final class QueueHealthCommand extends OnQueues {
  @Option(names = "--detailed", description = "Workers and held-up owners too.")
  private boolean detailed;

  @Override
  int run(Queues queues, Settings settings) {
    var watch = new Stopwatch();
    var health = queues.desk().health();
    var answered = watch.elapsed();
    var problems = QueueBounds.of(settings).broken(health);
    if (json.isSet()) {
      json.print(
          Map.of(
              "ok",
              problems.isEmpty(),
              "problems",
              problems,
              "databaseMillis",
              answered.toMillis(),
              "health",
              health));
    } else {
      print(health, answered, problems);
    }
    return problems.isEmpty() ? 0 : 1;
  }

  private void print(QueueHealth health, Duration answered, List<String> problems) {
    System.out.printf("Database: answers in %d ms%n%n", answered.toMillis());
    System.out.print(queues(health));
    System.out.printf("%n%s, %d dead letter(s)%n", workerCount(health), health.dead());
    if (detailed) {
      System.out.print("\n" + workers(health));
      System.out.print(health.heldOwners().isEmpty() ? "" : "\n" + owners(health));
    }
    System.out.println(problems.isEmpty() ? "\nEverything is within its bounds." : "");
    problems.forEach(problem -> System.out.println("✗ " + problem));
  }

  static String workerCount(QueueHealth health) {
    var alive = health.alive().size();
    var silent = health.workers().size() - alive;
    return silent == 0
        ? "%d worker(s)".formatted(alive)
        : "%d worker(s), %d more fell silent".formatted(alive, silent);
  }

  static Table queues(QueueHealth health) {
    var table =
        new Table(
            "QUEUE",
            ">SCHEDULED",
            ">READY",
            ">WAITING",
            ">RUNNING",
            ">DEAD",
            ">DONE/MIN",
            ">FAILED/MIN",
            ">TAKES",
            ">OLDEST READY",
            "");
    for (var queue : health.queues()) {
      table.row(
          queue.name(),
          queue.scheduled(),
          queue.ready(),
          queue.waiting(),
          queue.running(),
          queue.dead(),
          queue.lastMinute().finished(),
          queue.lastMinute().failed(),
          queue.lastMinute().finished() == 0 ? null : shown(queue.lastMinute().usual()),
          shown(queue.oldestReady()),
          queue.paused() ? "paused" : "");
    }
    return table;
  }

  static Table workers(QueueHealth health) {
    var table = new Table(">WORKER", "NAME", "QUEUES", ">RUNNING", ">HEARTBEAT", ">LEASE");
    for (var worker : health.workers()) {
      table.row(
          worker.id(),
          worker.name(),
          String.join(",", worker.queues()),
          "%d/%d".formatted(worker.running(), worker.slots()),
          shown(worker.sinceHeartbeat()) + " ago",
          lease(worker));
    }
    return table;
  }

  private static String lease(WorkerLine worker) {
    return worker.isAlive()
        ? shown(worker.lease()) + " left"
        : "lost %s ago".formatted(shown(worker.lease().negated()));
  }

  private static Table owners(QueueHealth health) {
    var table = new Table("OWNER", ">WAITING", ">HELD FOR");
    health
        .heldOwners()
        .forEach(owner -> table.row(owner.owner(), owner.waiting(), shown(owner.left())));
    return table;
  }

  /** Two figures are enough for the eye. */
  static @Nullable String shown(@Nullable Duration duration) {
    if (duration == null) {
      return null;
    }
    var millis = duration.toMillis();
    var size = Math.abs(millis);
    if (size < 1000) {
      return millis + " ms";
    }
    return size < 120_000
        ? "%.1f s".formatted(millis / 1000.0)
        : "%d min".formatted(duration.toMinutes());
  }
}
