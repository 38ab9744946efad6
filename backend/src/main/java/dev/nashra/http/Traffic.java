package dev.nashra.http;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;

/** Counts the bytes of the documents that are fetched within a piece of work, on its own thread. */
public final class Traffic {
  private static final ScopedValue<LongAdder> CURRENT = ScopedValue.newInstance();

  private Traffic() {}

  /** Does the work; what it fetches is added to the count, whether it fails or not. */
  public static <T> T count(LongAdder count, Callable<T> work) throws Exception {
    return ScopedValue.where(CURRENT, count).call(work::call);
  }

  static void add(long bytes) {
    if (CURRENT.isBound()) {
      CURRENT.get().add(bytes);
    }
  }
}
