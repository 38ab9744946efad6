package dev.nashra.queue;

import java.time.Duration;

/** Hears of every attempt that ended, for the log. Called on several threads. */
@FunctionalInterface
public interface TaskListener {
  TaskListener SILENT = (task, settlement, took) -> {};

  void ended(Task task, Settlement settlement, Duration took);
}
