package dev.nashra.bench.queue;

import dev.nashra.bench.queue.Contender.Ran;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** What each contender has to do. */
final class Course {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final int BATCH = 1000;
  private static final int ADDERS = 8;
  private static final int PATIENCE_SECONDS = 300;

  private final Contender contender;
  private final int workers;

  Course(Contender contender, int workers) {
    this.contender = contender;
    this.workers = workers;
  }

  /**
   * Fills the queue with this many tasks: a twentieth one by one, a fifth by eight, the rest in
   * batches.
   */
  void add(Result result, int tasks) throws InterruptedException {
    result.addOne.add(rate(tasks / 20, this::addOneByOne));
    result.addEight.add(rate(tasks / 5, this::addByEight));
    result.addBatch.add(rate(tasks - tasks / 20 - tasks / 5, n -> addAll(contender, n)));
  }

  private static double rate(int count, IntConsumer work) {
    var begun = System.nanoTime();
    work.accept(count);
    return count / ((System.nanoTime() - begun) / 1e9);
  }

  private void addOneByOne(int count) {
    for (var i = 0; i < count; i++) {
      contender.add(NUMBERS.incrementAndGet());
    }
  }

  private void addByEight(int count) {
    var threads = new ArrayList<Thread>();
    for (var i = 0; i < ADDERS; i++) {
      threads.add(Thread.ofPlatform().start(() -> addOneByOne(count / ADDERS)));
    }
    threads.forEach(Pools::join);
  }

  static void addAll(Contender contender, int count) {
    for (var left = count; left > 0; left -= BATCH) {
      var some = Math.min(BATCH, left);
      contender.addBatch(NUMBERS.getAndAdd(some) + 1, some);
    }
  }

  /** From the start of the workers until everything is done and recorded. */
  void drain(Result result, int tasks) throws InterruptedException {
    var ran = Ran.counter();
    var begun = System.nanoTime();
    contender.start(workers);
    await(() -> ran.getAsLong() >= tasks && contender.isEmpty());
    result.drain.add(tasks / ((System.nanoTime() - begun) / 1e9));
    contender.stop();
  }

  /** Adds tasks one by one to an idle queue: here, and as another process does. */
  void pickUp(Result result, int count) throws InterruptedException {
    contender.start(workers);
    for (var i = 0; i < count; i++) {
      result.pickUp.add(pickUp(i, contender::add));
      result.pickUpElsewhere.add(pickUp(i, contender::addElsewhere));
    }
    await(contender::isEmpty);
    contender.stop();
  }

  private static double pickUp(int i, IntConsumer add) throws InterruptedException {
    Thread.sleep(30 + i % 40); // at no fixed place in anybody's polling interval
    var ran = Ran.counter();
    var begun = System.nanoTime();
    add.accept(NUMBERS.incrementAndGet());
    await(() -> ran.getAsLong() > 0);
    return (Ran.lastNanos() - begun) / 1e6;
  }

  private static void await(java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    var deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("not done within %d s".formatted(PATIENCE_SECONDS));
      }
      Thread.sleep(2);
    }
  }
}
