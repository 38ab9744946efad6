package dev.nashra.time;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The only place where a thread sleeps. */
public final class Waiter {
  private Waiter() {}

  public static void pause(Duration duration) throws InterruptedException {
    Thread.sleep(duration);
  }

  /** Asks again and again until the answer is yes or the time is over; gives the last answer. */
  public static boolean until(BooleanSupplier condition, Duration patience, Duration poll)
      throws InterruptedException {
    var deadline = Deadline.in(patience);
    while (!condition.getAsBoolean()) {
      if (deadline.isPast()) {
        return false;
      }
      pause(poll);
    }
    return true;
  }
}
