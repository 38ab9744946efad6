package dev.nashra.app.health;

import dev.nashra.config.Settings;
import dev.nashra.store.Vitals;
import dev.nashra.time.Stopwatch;
import dev.nashra.web.HealthReport;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
  private final Supplier<Vitals> source;
  private final Duration patience;

  /** Guarded by this, as are the others. */
  private @Nullable FutureTask<Vitals> asking;

  private @Nullable Answer answer;
  private @Nullable Stopwatch sinceAnswer;
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
    this.source = source;
    this.patience = patience;
  }

  public synchronized Answer answer() {
    var known = answer;
    if (known != null && sinceAnswer != null && sinceAnswer.elapsed().compareTo(FRESH) < 0) {
      return known;
    }
    var fresh = ask();
    answer = fresh;
    sinceAnswer = new Stopwatch();
    return fresh;
  }

  private Answer ask() {
    var task = asking;
    if (task == null || task.isDone()) {
      task = new FutureTask<>(source::get);
      asking = task;
      Thread.ofVirtual().name("health").start(task);
    }
    try {
      var vitals = task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      isAway = false;
      return new Answer(readiness.judge(vitals), vitals);
    } catch (TimeoutException _) {
      return away("did not answer within %d s".formatted(patience.toSeconds()), null);
    } catch (ExecutionException e) {
      return away("does not answer", e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return away("was not asked: this process stops", null);
    }
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
