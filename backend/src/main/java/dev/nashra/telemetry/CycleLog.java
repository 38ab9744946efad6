package dev.nashra.telemetry;

import dev.nashra.worker.CycleListener;
import dev.nashra.worker.CycleState;
import dev.nashra.worker.Job;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.Mode;
import dev.nashra.worker.RunOutcome;
import dev.nashra.worker.Stage;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a line about every cycle and run to the log. */
public final class CycleLog implements CycleListener {
  private static final Logger LOG = LoggerFactory.getLogger("cycle");

  @Override
  public void cycleStarted(long cycleId, Mode mode, List<Stage> stages) {
    LOG.info("Cycle {} begins ({})", cycleId, mode.name());
  }

  @Override
  public void runStalled(Stage stage, Job job, Duration patience) {
    LOG.warn(
        "{} makes no progress for {} s; the cycle goes on without it",
        job.name(),
        patience.toSeconds());
  }

  @Override
  public void cycleSkipped() {
    LOG.warn("Cycle skipped: the last one still runs (original mode)");
  }

  @Override
  public void runEnded(Stage stage, Job job, RunOutcome outcome, Duration took) {
    switch (outcome) {
      case RunOutcome.Done(JobResult result) ->
          LOG.info(
              "{} done in {} s: {} in, {} out, {} failed. {}",
              job.name(),
              seconds(took),
              result.in(),
              result.out(),
              result.failed(),
              result.note());
      case RunOutcome.Failed(String error) -> LOG.error("{} failed: {}", job.name(), error);
      case RunOutcome.TimedOut(Duration timeout, String stack) ->
          LOG.error("{} timed out after {} s at\n{}", job.name(), timeout.toSeconds(), stack);
      case RunOutcome.Stopped(String reason) -> LOG.warn("{} was stopped: {}", job.name(), reason);
      case RunOutcome.Skipped(String reason) -> LOG.info("{} was skipped: {}", job.name(), reason);
    }
  }

  @Override
  public void cycleEnded(long cycleId, CycleState state, Duration took) {
    LOG.info("Cycle {} {} after {} s", cycleId, state, seconds(took));
  }

  private static String seconds(Duration duration) {
    return "%.1f".formatted(duration.toMillis() / 1000.0);
  }
}
