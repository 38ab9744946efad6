package dev.nashra.worker;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Where workers say that they are alive; whoever does not is taken for dead. */
public interface WorkerRegistry {
  /** How long after its last sign of life a worker is taken for dead. */
  Duration LEASE = Duration.ofSeconds(30);

  /**
   * A sign of life.
   *
   * @param status what to show of the worker
   * @param progressed the runs whose jobs have got further since the last sign, and how long ago
   * @return the runs that are still this worker's
   */
  Set<Long> beat(Status status, Map<Long, Duration> progressed);

  /** Records that the worker goes. */
  void leave();

  /**
   * What is shown of a worker.
   *
   * @param stuck threads that ignore being stopped, each with its stack
   */
  record Status(boolean draining, Collection<String> stuck) {}
}
