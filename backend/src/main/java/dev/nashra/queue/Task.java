package dev.nashra.queue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A claimed task: a row of work that one worker holds.
 *
 * @param attempt the fencing token: how often it has been claimed, this time included
 * @param payload JSON; null when it is longer than {@link #MOST_PAYLOAD_BYTES}, and then it is
 *     never loaded
 * @param past what happened to it before
 * @param maxAttempts null: as its queue says
 * @param timeout null: as its queue says
 */
public record Task(
    long id,
    int attempt,
    String queue,
    String kind,
    @Nullable String payload,
    @Nullable String owner,
    @Nullable Integer maxAttempts,
    @Nullable Duration timeout,
    Past past) {
  /** Longer payloads go to the dead letters unread, so that a worker's memory is bounded. */
  public static final int MOST_PAYLOAD_BYTES = 256 << 10;

  /**
   * What happened to a task before this attempt.
   *
   * @param waited from when it was due until it was claimed, by the database's clock
   * @param failures attempts that its handler failed
   * @param surprises of these, by exceptions that nobody expected
   * @param rescues attempts that died with their worker; they count as nobody's failure
   */
  public record Past(Instant created, Duration waited, int failures, int surprises, int rescues) {}
}
