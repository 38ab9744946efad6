package dev.nashra.queue;

import dev.nashra.queue.TaskStore.Retention;
import java.time.Duration;

/**
 * How a worker of queues behaves.
 *
 * @param name host and process
 * @param lease how long after a worker's death its tasks are given back
 * @param poll how often an idle queue is looked at, beside the bell
 * @param limits of owners
 * @param retention of what is finished
 */
public record WorkerRules(
    String name, Duration lease, Duration poll, RateLimits limits, Retention retention) {
  /** Some heartbeats may be lost before a lease passes. */
  Duration heartbeat() {
    return lease.dividedBy(5);
  }

  /** Without a heartbeat for so long, a worker counts its lease as lost before others do. */
  Duration trust() {
    return lease.multipliedBy(4).dividedBy(5);
  }
}
