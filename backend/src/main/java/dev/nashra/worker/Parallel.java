package dev.nashra.worker;

import dev.nashra.time.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several things at once inside a job, under a limit, all of them stopped with the job's run. */
public final class Parallel {
  private Parallel() {}

  /**
   * Does the work for every item, at most {@code limit} at once, and waits for all. Each call runs
   * in the caller's run and cancellation.
   *
   * @param work handles its own failures; an exception ends the whole as soon as it is seen
   * @return what the calls gave, in the order of the items
   */
  public static <T, R> List<R> map(int limit, List<T> items, Work<T, R> work) throws Exception {
    var cancellation = Cancellation.current();
    var run = CurrentRun.get();
    var threads = Thread.ofPlatform().daemon().name(Thread.currentThread().getName() + "-", 1);
    try (var executor = Executors.newFixedThreadPool(limit, threads.factory())) {
      try {
        var results = new ArrayList<Future<R>>();
        for (var item : items) {
          Callable<R> call = () -> work.on(item);
          Callable<R> inRun = run.isPresent() ? () -> CurrentRun.call(run.get(), call) : call;
          results.add(executor.submit(() -> cancellation.call(inRun)));
        }
        var values = new ArrayList<R>();
        for (var result : results) {
          values.add(result.get());
        }
        return values;
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      } finally {
        executor.shutdownNow(); // after a failure or a stop, what has not begun does not begin
      }
    }
  }

  /** What is done with one item. */
  @FunctionalInterface
  public interface Work<T, R> {
    R on(T item) throws Exception;
  }
}
