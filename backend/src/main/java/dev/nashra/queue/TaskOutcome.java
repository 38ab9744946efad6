package dev.nashra.queue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a handler says about its attempt. */
public sealed interface TaskOutcome {
  /**
   * It is done.
   *
   * @param note one short line for the operator, may be empty
   */
  record Done(String note) implements TaskOutcome {}

  /**
   * Not this time: timeouts, connection and process errors, 429, 5xx. It is tried again after the
   * queue's backoff, until its attempts are used up.
   *
   * @param after how long the other side asks to be left alone, kept to the second; null: it did
   *     not say
   */
  record Retry(String why, @Nullable Duration after) implements TaskOutcome {}

  /** Never: invalid input, private or missing content, 4xx. A dead letter at once. */
  record Dead(String why) implements TaskOutcome {}

  static TaskOutcome done() {
    return new Done("");
  }

  static TaskOutcome done(String note) {
    return new Done(note);
  }

  static TaskOutcome retry(String why) {
    return new Retry(why, null);
  }

  static TaskOutcome retryAfter(Duration wait, String why) {
    return new Retry(why, wait);
  }

  static TaskOutcome dead(String why) {
    return new Dead(why);
  }
}
