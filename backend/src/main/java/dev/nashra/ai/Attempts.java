package dev.nashra.ai;

import dev.nashra.ai.Exchange.Rejected;
import dev.nashra.time.Cancellation;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/** Sends a request again while the server is busy or failing and the deadline leaves room. */
final class Attempts {
  private static final Duration LEAST_TIME = Duration.ofMillis(500);

  private final ChatSettings settings;
  private final InstantSource clock;
  private final Instant deadline;
  private final IntervalFunction backoff;

  Attempts(ChatSettings settings, InstantSource clock, Instant deadline) {
    this.settings = settings;
    this.clock = clock;
    this.deadline = deadline;
    this.backoff = IntervalFunction.ofExponentialRandomBackoff(settings.pause(), 2.0, 0.3);
  }

  /** The last exchange; the request is told how much time is left. */
  Exchange send(Function<Duration, Exchange> request) {
    var retry =
        Retry.of(
            "chat",
            RetryConfig.<Exchange>custom()
                .maxAttempts(settings.attempts())
                .intervalBiFunction((attempt, last) -> pause(attempt, last.get()).toMillis())
                .retryOnResult(this::isWorthRepeating)
                .retryOnException(_ -> false)
                .build());
    return retry.executeSupplier(() -> request.apply(left()));
  }

  private boolean isWorthRepeating(Exchange exchange) {
    return exchange.isTransient()
        && !Cancellation.current().isCancelled()
        && pause(settings.attempts(), exchange).plus(LEAST_TIME).compareTo(left()) < 0;
  }

  private Duration pause(int attempt, Exchange last) {
    var asked = last instanceof Rejected rejected ? rejected.retryAfter() : null;
    return asked == null ? Duration.ofMillis(backoff.apply(attempt)) : asked;
  }

  private Duration left() {
    return Duration.between(clock.instant(), deadline);
  }
}
