package dev.nashra.collect;

import dev.nashra.http.FetchResult.Cause;
import dev.nashra.source.Source.Memory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of asking a source. */
public sealed interface Collected {
  /** What it offers. */
  record Offered(Feed feed, Memory memory) implements Collected {}

  /** The same as last time. */
  record Unchanged(Memory memory) implements Collected {}

  /**
   * Nothing.
   *
   * @param reason in words for the operator
   * @param retryAfter how long it asks to be left alone; null when it does not say
   */
  record Unavailable(String reason, Cause cause, @Nullable Duration retryAfter)
      implements Collected {}
}
