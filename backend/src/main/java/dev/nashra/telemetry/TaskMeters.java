package dev.nashra.telemetry;

import dev.nashra.queue.Settlement;
import dev.nashra.queue.Settlement.Again;
import dev.nashra.queue.Settlement.Bury;
import dev.nashra.queue.Settlement.Complete;
import dev.nashra.queue.Settlement.Release;
import dev.nashra.queue.Task;
import dev.nashra.queue.TaskListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Counts the attempts at tasks in this process, and how long they waited and took. */
final class TaskMeters implements TaskListener {
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofSeconds(1),
    Duration.ofSeconds(10),
    Duration.ofMinutes(1)
  };

  private final MeterRegistry registry;

  TaskMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void ended(Task task, Settlement settlement, Duration took) {
    registry
        .counter(
            "nashra.task.attempts",
            "queue",
            task.queue(),
            "kind",
            task.kind(),
            "outcome",
            outcome(settlement))
        .increment();
    timer("nashra.task.pickup", "From when a task was due until it was claimed", task)
        .record(task.past().waited());
    timer("nashra.task.duration", "How long attempts took", task).record(took);
  }

  private static String outcome(Settlement settlement) {
    return switch (settlement) {
      case Complete _ -> "done";
      case Again _ -> "failed";
      case Bury _ -> "dead";
      case Release _ -> "released";
    };
  }

  private Timer timer(String name, String meaning, Task task) {
    return Timer.builder(name)
        .description(meaning)
        .tag("queue", task.queue())
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }
}
