package dev.nashra.queue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What the parts of a worker share. */
record Engine(
    long worker,
    WorkerRules rules,
    TaskStore store,
    Handlers handlers,
    Held held,
    Settler settler,
    Tally tally) {

  /**
   * An attempt has ended.
   *
   * @param end what is to be recorded; empty when there is nothing
   */
  void ended(Performance performance, Optional<Settlement> end) {
    end.ifPresentOrElse(settler::add, () -> held.remove(Attempt.of(performance.task())));
    tally.count.incrementAndGet();
    end.ifPresent(
        settlement -> tally.listener.ended(performance.task(), settlement, performance.elapsed()));
  }

  /** Gives back tasks that were claimed and have not begun. */
  void giveBack(List<Task> tasks) {
    tasks.forEach(task -> settler.add(new Settlement.Release(Attempt.of(task))));
  }

  /** Counts the attempts and tells of them. */
  static final class Tally {
    private final AtomicLong count = new AtomicLong();
    private final TaskListener listener;

    Tally(TaskListener listener) {
      this.listener = listener;
    }

    long count() {
      return count.get();
    }
  }
}
