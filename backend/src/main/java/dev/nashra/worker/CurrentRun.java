package dev.nashra.worker;

import java.util.OptionalLong;
import java.util.concurrent.Callable;

/**
 * The run that the calling code works for.
 *
 * <p>The store asks for it in every transaction: after a run has been recorded as ended, nothing
 * that it still does can change the database.
 */
public final class CurrentRun {
  private static final ScopedValue<Long> ID = ScopedValue.newInstance();

  private CurrentRun() {}

  /** The number of the run; empty outside of runs. */
  public static OptionalLong id() {
    return ID.isBound() ? OptionalLong.of(ID.get()) : OptionalLong.empty();
  }

  static <T> T call(long runId, Callable<T> work) throws Exception {
    return ScopedValue.where(ID, runId).call(work::call);
  }
}
