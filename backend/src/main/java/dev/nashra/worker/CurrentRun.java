package dev.nashra.worker;

import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The run that the calling code works for.
 *
 * <p>The store asks for it in every transaction: after a run has ended, nothing that it still does
 * can change the database.
 */
public final class CurrentRun {
  private static final ScopedValue<Run> CURRENT = ScopedValue.newInstance();

  /**
   * What a thread has that a job starts by itself instead of by {@link Parallel}: it too must not
   * write once the run has ended. A thread of a shared pool that happens to be born inside a run
   * would be refused later, never let through wrongly.
   */
  private static final InheritableThreadLocal<Run> INHERITED = new InheritableThreadLocal<>();

  private CurrentRun() {}

  /** Empty outside of runs. */
  public static Optional<Run> get() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.ofNullable(INHERITED.get());
  }

  static <T> T call(Run run, Callable<T> work) throws Exception {
    var before = INHERITED.get();
    INHERITED.set(run);
    try {
      return ScopedValue.where(CURRENT, run).call(work::call);
    } finally {
      INHERITED.set(before);
    }
  }
}
