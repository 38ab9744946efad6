package dev.nashra.bench.queue;

import java.util.function.LongSupplier;

/** A queue that is measured. Its tasks do nothing but {@link Ran#mark}. */
interface Contender extends AutoCloseable {
  /** Queues one task. */
  void add(int number);

  /** Queues one task as a process does that does not work. */
  default void addElsewhere(int number) {
    add(number);
  }

  /** Queues this many tasks in the way that is fastest here. */
  void addBatch(int from, int count);

  /** Begins to work in this process. */
  void start(int workers);

  /** Stops working in this process. */
  void stop();

  /** Whether everything has been done and recorded. */
  boolean isEmpty();

  @Override
  void close();

  /** What the tasks do: they say that they ran. */
  final class Ran {
    private static final java.util.concurrent.atomic.LongAdder COUNT =
        new java.util.concurrent.atomic.LongAdder();
    private static volatile long lastNanos;

    private Ran() {}

    static void mark() {
      lastNanos = System.nanoTime();
      COUNT.increment();
    }

    static LongSupplier counter() {
      var before = COUNT.sum();
      return () -> COUNT.sum() - before;
    }

    static long lastNanos() {
      return lastNanos;
    }
  }
}
