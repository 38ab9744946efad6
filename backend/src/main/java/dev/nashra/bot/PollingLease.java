package dev.nashra.bot;

import java.time.Duration;

/**
 * The right to ask for a bot's updates, which one process has at a time, by the database's clock.
 */
public interface PollingLease {
  /** Takes it if nobody has it; gives whether we have it now. */
  boolean take(Duration lease);

  /** For another lease from now on; gives whether we still have it. */
  boolean renew(Duration lease);

  /** Others may have it now. */
  void release();
}
