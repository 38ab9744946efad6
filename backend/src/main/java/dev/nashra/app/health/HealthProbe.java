package dev.nashra.app.health;

import dev.nashra.app.health.Inquiry.Reply;
import dev.nashra.config.Settings;
import dev.nashra.store.Vitals;
import dev.nashra.web.HealthReport;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers how the newsroom is, soon in any case: the database is asked once a second at most,
 * however many ask, and one that does not answer in time counts as away.
 */
public final class HealthProbe {
  private static final Logger LOG = LoggerFactory.getLogger("health");

  /** Whoever asks from outside usually waits for 5 s. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Readiness readiness;
  private final Inquiry<Vitals> inquiry;

  /** Guarded by this. */
  private boolean isAway;

  /** How the newsroom is; no vitals when the database did not answer. */
  public record Answer(HealthReport report, @Nullable Vitals vitals) {}

  /**
   * @param source asks the database; may block, and fail
   */
  public HealthProbe(Settings settings, Supplier<Vitals> source) {
    this(Readiness.of(settings), source, PATIENCE);
  }

  HealthProbe(Readiness readiness, Supplier<Vitals> source, Duration patience) {
    this.readiness = readiness;
    this.inquiry = new Inquiry<>("health", source, FRESH, patience);
  }

  public synchronized Answer answer() {
    return switch (inquiry.ask()) {
      case Reply.Answer<Vitals>(var vitals) -> {
        isAway = false;
        yield new Answer(readiness.judge(vitals), vitals);
      }
      case Reply.Late<Vitals>(var waited) ->
          away("did not answer within %d s".formatted(waited.toSeconds()), null);
      case Reply.Failure<Vitals>(var cause) -> away("does not answer", cause);
      case Reply.Interrupted<Vitals>() -> away("was not asked: this process stops", null);
    };
  }

  /** The reason may name hosts and users, so it goes to the log and not to whoever asks. */
  private Answer away(String found, @Nullable Throwable error) {
    if (!isAway && error != null) {
      LOG.warn("The database does not answer: {}", error.toString());
    }
    isAway = true;
    return new Answer(Readiness.unanswered(found), null);
  }
}
