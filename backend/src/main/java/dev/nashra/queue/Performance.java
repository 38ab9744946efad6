package dev.nashra.queue;

import dev.nashra.time.Cancellation;
import dev.nashra.time.Deadline;
import dev.nashra.time.Stopwatch;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One attempt while it runs on a thread, and how it is stopped.
 *
 * <p>Exactly one of its thread and whoever stops it says how it ended.
 */
final class Performance {
  /** How long a stopped attempt may take to notice; after that its thread counts as stuck. */
  static final Duration NOTICE = Duration.ofSeconds(2);

  private static final int STACK_FRAMES = 40;

  private final Task task;
  private final Handlers handlers;
  private final Verdict verdict;
  private final Thread thread = Thread.currentThread();
  private final Stopwatch watch = new Stopwatch();
  private final Deadline deadline;
  private final Cancellation cancellation;

  /** Guarded by this, as are the others below. */
  private boolean over;

  private @Nullable Stop stop;
  private @Nullable Deadline toNotice;
  private String stack = "";
  private Completing completing = Completing.NOT;

  Performance(Task task, Handlers handlers, Verdict verdict) {
    this.task = task;
    this.handlers = handlers;
    this.verdict = verdict;
    this.deadline = Deadline.in(verdict.timeout(task));
    this.cancellation = new Cancellation(Attempt.of(task));
  }

  /** How far the handler's own completion is; while it is under way the database decides. */
  private enum Completing {
    NOT,
    UNDER_WAY,
    DONE
  }

  /** Why an attempt is stopped. */
  enum Stop {
    TIMED_OUT,
    /** It does not hold its task any more: cancelled, or rescued by another worker. */
    LOST,
    /** The worker stops. */
    SHUTDOWN
  }

  /**
   * On the worker's own thread: does the task, whatever its handler does.
   *
   * @return how it ended; empty when that has been recorded already, or is nobody's business
   */
  Optional<Settlement> run(TaskStore store) {
    Settlement natural;
    try {
      var outcome = cancellation.call(() -> handlers.handle(task, context(store)));
      natural = verdict.on(task, outcome);
    } catch (Throwable e) {
      natural = store.isOutage(e) ? verdict.onOutage(task, e) : verdict.onException(task, e);
    }
    return end(natural);
  }

  private TaskContext context(TaskStore store) {
    return new TaskContext(
        task, verdict.isLast(task), cancellation, writes -> complete(store, writes));
  }

  private void complete(TaskStore store, Runnable writes) {
    set(Completing.UNDER_WAY);
    try {
      store.complete(task, writes);
    } catch (Throwable e) {
      set(Completing.NOT);
      throw e;
    }
    set(Completing.DONE);
  }

  private synchronized void set(Completing state) {
    completing = state;
  }

  private synchronized Optional<Settlement> end(Settlement natural) {
    if (over) {
      return Optional.empty();
    }
    over = true;
    // An interrupt that came too late must not hit the thread's next task; none comes after this.
    Thread.interrupted();
    if (completing == Completing.DONE) {
      return Optional.empty();
    }
    return stop == null || natural instanceof Settlement.Complete
        ? Optional.of(natural)
        : afterStop(stop);
  }

  private Optional<Settlement> afterStop(Stop why) {
    return switch (why) {
      case TIMED_OUT -> Optional.of(verdict.onTimeout(task, stack));
      case SHUTDOWN -> Optional.of(new Settlement.Release(Attempt.of(task)));
      case LOST -> Optional.empty();
    };
  }

  /**
   * Interrupts it, cancels its calls and statements, kills its children; the first reason counts.
   */
  synchronized void stop(Stop why) {
    if (!over && stop == null && !(why == Stop.LOST && completing != Completing.NOT)) {
      stop = why;
      toNotice = Deadline.in(NOTICE);
      stack = currentStack();
      cancellation.cancel(
          switch (why) {
            case TIMED_OUT ->
                "timed out after %.1f s".formatted(verdict.timeout(task).toMillis() / 1000.0);
            case LOST -> "the task is not ours any more";
            case SHUTDOWN -> "the worker stops";
          });
    }
  }

  /**
   * Ends an attempt that does not notice that it was stopped; its thread is left to itself.
   *
   * @return how it ended, as in {@link #run}
   */
  synchronized Optional<Settlement> abandon() {
    if (over) {
      return Optional.empty();
    }
    over = true;
    return completing == Completing.DONE || stop == null ? Optional.empty() : afterStop(stop);
  }

  boolean isPastDeadline() {
    return deadline.isPast();
  }

  /** Whether it was stopped and has had the time to notice. */
  synchronized boolean ignoresStop() {
    return !over && toNotice != null && toNotice.isPast();
  }

  Task task() {
    return task;
  }

  Duration elapsed() {
    return watch.elapsed();
  }

  String currentStack() {
    return Arrays.stream(thread.getStackTrace())
        .limit(STACK_FRAMES)
        .map(frame -> "  at " + frame)
        .collect(Collectors.joining("\n"));
  }
}
