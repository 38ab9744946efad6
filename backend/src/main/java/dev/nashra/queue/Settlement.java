package dev.nashra.queue;

import java.time.Duration;

/** How an attempt ended, as it is recorded. */
public sealed interface Settlement {
  Attempt attempt();

  record Complete(Attempt attempt, String note) implements Settlement {}

  /**
   * Another attempt after a delay. Tasks behind it of the same owner wait as long.
   *
   * @param surprise whether the failure was an exception that nobody expected
   */
  record Again(Attempt attempt, Duration delay, boolean surprise, String error)
      implements Settlement {}

  /** A dead letter. */
  record Bury(Attempt attempt, String error) implements Settlement {}

  /** Not begun, or stopped through no fault of its own: back to its queue as it was. */
  record Release(Attempt attempt) implements Settlement {}
}
