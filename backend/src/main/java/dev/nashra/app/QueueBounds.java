package dev.nashra.app;

import dev.nashra.config.QueueSettings;
import dev.nashra.config.Settings;
import dev.nashra.queue.QueueHealth;
import dev.nashra.queue.QueueHealth.QueueLength;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What an operator wants to hear of.
 *
 * @param oldestReady how long a task that could begin may wait
 * @param mostReady how many of one queue may wait
 * @param mostDead how many dead letters there may be
 */
public record QueueBounds(Duration oldestReady, int mostReady, int mostDead) {
  public static QueueBounds of(Settings settings) {
    return new QueueBounds(
        settings.get(QueueSettings.OLDEST_READY),
        settings.get(QueueSettings.MOST_READY),
        settings.get(QueueSettings.MOST_DEAD));
  }

  /** The bounds that are broken, in words. */
  public List<String> broken(QueueHealth health) {
    var problems = new ArrayList<String>();
    health.queues().forEach(queue -> look(queue, health, problems));
    if (health.dead() > mostDead) {
      problems.add("%d dead letters: nashra queue failed".formatted(health.dead()));
    }
    health.workers().stream()
        .filter(worker -> !worker.isAlive() && worker.running() > 0)
        .forEach(worker -> problems.add("worker %s has lost its lease".formatted(worker.name())));
    return problems;
  }

  private void look(QueueLength queue, QueueHealth health, List<String> problems) {
    if (queue.paused()) {
      return; // Somebody means it.
    }
    var oldest = queue.oldestReady();
    if (oldest != null && oldest.compareTo(oldestReady) > 0) {
      problems.add(
          "%s: a task has been ready for %d s".formatted(queue.name(), oldest.toSeconds()));
    }
    if (queue.ready() > mostReady) {
      problems.add("%s: %d tasks are ready".formatted(queue.name(), queue.ready()));
    }
    if (queue.ready() + queue.waiting() > 0 && !isWorked(queue.name(), health)) {
      problems.add("%s: tasks wait, and no worker works this queue".formatted(queue.name()));
    }
  }

  private static boolean isWorked(String queue, QueueHealth health) {
    return health.alive().stream().anyMatch(worker -> worker.queues().contains(queue));
  }
}
