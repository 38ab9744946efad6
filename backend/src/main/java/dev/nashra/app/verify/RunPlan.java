package dev.nashra.app.verify;

import dev.nashra.app.Engine;
import dev.nashra.app.Newsroom;
import dev.nashra.app.doctor.Finding;
import dev.nashra.app.doctor.Finding.State;
import dev.nashra.app.health.HealthCheckJob;
import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.config.WorkerType;
import dev.nashra.worker.Job;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.RunOutcome;
import dev.nashra.worker.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** How the settings run one job, and what its dry run says of it. */
record RunPlan(Settings settings, Stage stage, Job job) {
  private static final String NAME = "Dry run";
  private static final String SEE_ABOVE = "See the log lines above.";

  String timeout() {
    var isOn = isBesideTheCycle() || (isImproved() && settings.get(Catalog.ENABLE_JOB_TIMEOUTS));
    return isOn ? limit().toSeconds() + " s" : "none";
  }

  String executor() {
    if (isBesideTheCycle()) {
      return "beside the cycle";
    }
    var isParallel = isImproved() && settings.get(Catalog.ENABLE_PARALLEL_EXECUTION);
    return stage.inOrder() || !isParallel
        ? "in order"
        : "side by side, %d at once".formatted(stage.slots());
  }

  private boolean isBesideTheCycle() {
    return stage.name().equals(Newsroom.BESIDE_THE_CYCLE);
  }

  private boolean isImproved() {
    return settings.get(Catalog.WORKER_TYPE) == WorkerType.IMPROVED;
  }

  private Duration limit() {
    return Objects.requireNonNull(Engine.timeouts(settings).get(job.timeoutType()));
  }

  Finding judge(RunOutcome outcome, List<Finding> checks) {
    var whatToDo =
        checks.stream()
            .filter(check -> check.state() == State.PROBLEM)
            .map(Finding::whatToDo)
            .findFirst()
            .orElse(SEE_ABOVE);
    return switch (outcome) {
      case RunOutcome.Done(JobResult result) -> judge(result, whatToDo);
      case RunOutcome.Failed(String error) ->
          Finding.problem(NAME, withoutPackage(error), whatToDo);
      case RunOutcome.TimedOut(Duration timeout, _) ->
          Finding.problem(
              NAME,
              "stopped after %d s".formatted(timeout.toSeconds()),
              "This machine is too slow for so little, or something hangs. If it is slow: a higher "
                  + job.timeoutType()
                  + "_TIMEOUT.");
      case RunOutcome.Stopped(String reason) -> Finding.problem(NAME, reason, "Start it again.");
      case RunOutcome.Skipped(String reason) -> Finding.problem(NAME, reason, "Start it again.");
    };
  }

  /** The first line of a stack trace, as people name an error. */
  private static String withoutPackage(String error) {
    return error.lines().findFirst().orElse("failed").replaceFirst("^(?:[a-z]\\w*\\.)+", "");
  }

  private Finding judge(JobResult result, String whatToDo) {
    if (job.name().equals(HealthCheckJob.NAME)) {
      // A newsroom that is only tried out is not well; that it is looked at is what counts.
      return Finding.ok(NAME, "looked at %d things".formatted(result.in()));
    }
    var counts = "%d in, %d out".formatted(result.in(), result.out());
    var note = result.note().isEmpty() ? "" : " (" + result.note() + ")";
    if (result.failed() > 0) {
      return Finding.problem(
          NAME, "%s, %d failed%s".formatted(counts, result.failed(), note), whatToDo);
    }
    if (result.out() > 0 || isBesideTheCycle()) {
      return Finding.ok(NAME, counts + note);
    }
    return job.name().equals("generate_reels") && settings.get(Catalog.REELS_PER_CYCLE) == 0
        ? Finding.ok(NAME, "switched off by REELS_PER_CYCLE=0")
        : Finding.problem(
            NAME,
            "it made nothing" + note,
            whatToDo.equals(SEE_ABOVE) ? "Look at the jobs before it." : whatToDo);
  }
}
