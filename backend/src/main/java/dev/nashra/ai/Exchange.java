package dev.nashra.ai;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one HTTP request to the endpoint came to. */
sealed interface Exchange {
  /** A body of the protocol that holds no error. */
  record Answered(JsonNode body) implements Exchange {}

  /**
   * The endpoint said no.
   *
   * @param retryAfter null when it did not say when to come back
   */
  record Rejected(int status, ApiError error, @Nullable Duration retryAfter) implements Exchange {}

  /** No answer came, or none that can be read. */
  record Broken(String why) implements Exchange {}

  /** Whether the same request may well succeed a little later. */
  default boolean isTransient() {
    return switch (this) {
      case Answered _ -> false;
      case Broken _ -> true;
      case Rejected rejected -> rejected.error.isTransient(rejected.status);
    };
  }

  default String why() {
    return switch (this) {
      case Answered _ -> "answered";
      case Broken broken -> broken.why;
      case Rejected rejected -> "HTTP " + rejected.status + ": " + rejected.error;
    };
  }
}
