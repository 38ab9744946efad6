package dev.nashra.publish;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of preparing a publication; preparing can be repeated without harm. */
public sealed interface Preparation {
  /** All is in place: what is left is the call that makes it visible. */
  record Ready(Delivery delivery) implements Preparation {}

  /** It should be tried again. */
  record Later(String why, @Nullable Duration retryAfter) implements Preparation {}

  /** It can never be published. */
  record Impossible(String why) implements Preparation {}

  /** A prepared publication. */
  interface Delivery {
    /** Names what would become visible, for the records. */
    String payloadHash();

    /** Makes it visible. Called once at most; it never repeats an uncertain call by itself. */
    Delivered deliver();
  }
}
