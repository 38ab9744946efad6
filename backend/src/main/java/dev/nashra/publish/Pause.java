package dev.nashra.publish;

import java.time.Duration;

/** How the job waits between two publications. */
@FunctionalInterface
public interface Pause {
  void of(Duration duration) throws InterruptedException;
}
