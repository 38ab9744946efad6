package dev.nashra.queue;

import java.time.Duration;
import java.util.List;

/** Hears of every attempt that ended, for log and figures. Called on several threads. */
@FunctionalInterface
public interface TaskListener {
  TaskListener SILENT = (task, settlement, took) -> {};

  /** One that passes on to several. */
  static TaskListener all(TaskListener... listeners) {
    var each = List.of(listeners);
    return (task, settlement, took) ->
        each.forEach(listener -> listener.ended(task, settlement, took));
  }

  void ended(Task task, Settlement settlement, Duration took);
}
