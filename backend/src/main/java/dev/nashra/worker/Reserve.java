package dev.nashra.worker;

import org.jspecify.annotations.Nullable;

/**
 * Memory kept for the moment in which a job is stopped that has taken all the rest: what it takes
 * to interrupt, describe and record it needs some.
 */
final class Reserve {
  private static final int BYTES = 2 << 20;

  private static volatile byte @Nullable [] kept = new byte[BYTES];

  private static final double SHORT = 0.05;

  private Reserve() {}

  /** Whether memory is so short that stopping a job comes before describing it. */
  static boolean isNeeded() {
    var heap = Runtime.getRuntime();
    return heap.maxMemory() - heap.totalMemory() + heap.freeMemory() < SHORT * heap.maxMemory();
  }

  /** Gives it to whoever needs memory now; needs none itself. */
  static void free() {
    kept = null;
  }

  /** Keeps it again, when there is memory to keep. */
  static void refill() {
    if (kept == null) {
      try {
        kept = new byte[BYTES];
      } catch (OutOfMemoryError _) {
        // Those who have it all are stopped first; the next run tries again.
      }
    }
  }
}
