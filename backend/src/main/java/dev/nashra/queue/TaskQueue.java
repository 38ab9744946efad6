package dev.nashra.queue;

import java.util.List;

/** Where work is left to be done later, by any worker. */
public interface TaskQueue {
  /**
   * Queues a task, in the transaction around the call if there is one: it exists if and only if
   * that commits.
   */
  default Added add(NewTask task) {
    return addAll(List.of(task)).getFirst();
  }

  /** Queues many at once, all or none; gives what became of each, in their order. */
  List<Added> addAll(List<NewTask> tasks);

  /**
   * Takes a live task back. One that runs is stopped; nothing that it still does is stored.
   *
   * @return false when it is not live (any more)
   */
  boolean cancel(long id);
}
