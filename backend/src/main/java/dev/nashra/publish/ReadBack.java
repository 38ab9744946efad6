package dev.nashra.publish;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the network itself says about a publication of which we do not know what became. */
public sealed interface ReadBack {
  /** It is there. */
  record Found(Remote remote) implements ReadBack {}

  /** It is not there and cannot come any more. */
  record Absent() implements ReadBack {}

  /**
   * It cannot be told yet.
   *
   * @param retryAfter when to look again; null: as usual
   */
  record Unclear(String why, @Nullable Duration retryAfter) implements ReadBack {}

  /** This network cannot be read back. */
  record Impossible(String why) implements ReadBack {}
}
