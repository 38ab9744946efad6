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

  private CurrentRun() {}

  /** Empty outside of runs. */
  public static Optional<Run> get() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  static <T> T call(Run run, Callable<T> work) throws Exception {
    return ScopedValue.where(CURRENT, run).call(work::call);
  }
}
