package dev.nashra.telemetry;

import dev.nashra.queue.Settlement;
import dev.nashra.queue.Settlement.Again;
import dev.nashra.queue.Settlement.Bury;
import dev.nashra.queue.Settlement.Complete;
import dev.nashra.queue.Settlement.Release;
import dev.nashra.queue.Task;
import dev.nashra.queue.TaskListener;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a line about every attempt at a task to the log. */
public final class TaskLog implements TaskListener {
  private static final Logger LOG = LoggerFactory.getLogger("task");

  @Override
  public void ended(Task task, Settlement settlement, Duration took) {
    var millis = took.toMillis();
    switch (settlement) {
      case Complete(_, String note) ->
          LOG.debug("{} {} done in {} ms. {}", task.kind(), task.id(), millis, note);
      case Again(_, Duration delay, _, String error) ->
          LOG.warn(
              "{} {} failed after {} ms, again in {} ms: {}",
              task.kind(),
              task.id(),
              millis,
              delay.toMillis(),
              firstLine(error));
      case Bury(_, String error) ->
          LOG.error("{} {} is a dead letter: {}", task.kind(), task.id(), error);
      case Release _ -> LOG.info("{} {} goes back to its queue", task.kind(), task.id());
    }
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
