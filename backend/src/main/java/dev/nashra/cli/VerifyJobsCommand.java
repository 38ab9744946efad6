package dev.nashra.cli;

import dev.nashra.app.doctor.Finding;
import dev.nashra.app.doctor.Finding.State;
import dev.nashra.app.verify.JobVerdict;
import dev.nashra.app.verify.JobVerifier;
import dev.nashra.config.Settings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks every job without publishing anything. */
@Command(
    name = "verify_jobs",
    description = {
      "Check every job without publishing anything: what it needs, and a dry run.",
      "The dry run is the real job on a small sample newsroom, in a transaction that is rolled back"
          + " and a folder that is removed. Your tables, files and accounts are left alone; an"
          + " account is only asked whether it knows its token. Exit code 1 when a job fails."
    })
final class VerifyJobsCommand implements Callable<Integer> {
  private static final int WIDEST = 70;

  @Spec private CommandSpec spec;

  @Mixin private JsonOption json;

  @Option(
      names = "--job",
      paramLabel = "NAME",
      description = "Only this job, such as generate_reels.")
  private @Nullable String job;

  @Override
  public Integer call() throws InterruptedException {
    var examined = Settings.examineProcess();
    var names = JobVerifier.names(examined.usable());
    if (job != null && !names.contains(job)) {
      throw new ParameterException(
          spec.commandLine(), "No job is named %s: %s.".formatted(job, String.join(", ", names)));
    }
    try (var signal = new ShutdownSignal()) {
      var verifier = new JobVerifier(examined, System.err::println);
      signal.onReceived(() -> stop(verifier));
      var verdicts = verifier.verify(job == null ? names : List.of(job));
      var isFine = verdicts.stream().allMatch(JobVerdict::isFine);
      if (json.isSet()) {
        json.print(Map.of("ok", isFine, "jobs", verdicts.stream().map(Shown::of).toList()));
      } else if (signal.isReceived()) {
        System.err.println("Stopped before all was verified; nothing is left.");
      } else {
        print(verdicts);
      }
      return isFine ? 0 : 1;
    }
  }

  private static void stop(JobVerifier verifier) {
    try {
      verifier.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void print(List<JobVerdict> verdicts) {
    var table =
        new Table("", "JOB", "STAGE", ">TIMEOUT", "EXECUTOR", "CHECKS", "DRY RUN", ">SECONDS");
    verdicts.forEach(
        v ->
            table.row(
                v.isFine() ? "✓" : "✗",
                v.job(),
                v.stage(),
                v.timeout(),
                v.executor(),
                checks(v),
                shortened(v.dryRun().found()),
                seconds(v)));
    System.out.print(table);
    verdicts.forEach(v -> v.remarks().forEach(remark -> print(v, remark)));
    var broken = verdicts.stream().filter(v -> !v.isFine()).count();
    System.out.println(
        broken == 0
            ? "%d job(s) verified; nothing was published, nothing is left."
                .formatted(verdicts.size())
            : "%d of %d job(s) cannot do their work.".formatted(broken, verdicts.size()));
  }

  /** What was looked at, or only what is wrong. */
  private static String checks(JobVerdict verdict) {
    var broken = verdict.checks().stream().filter(check -> check.state() == State.PROBLEM).toList();
    var shown = broken.isEmpty() ? verdict.checks() : broken;
    return shown.stream()
        .map(check -> mark(check.state()) + check.name())
        .collect(Collectors.joining(" "));
  }

  /** The whole of it stands below the table. */
  private static String shortened(String found) {
    return found.length() <= WIDEST ? found : found.substring(0, WIDEST - 2) + " …";
  }

  private static String mark(State state) {
    return switch (state) {
      case OK -> "";
      case WARNING -> "!";
      case PROBLEM -> "✗";
    };
  }

  private static void print(JobVerdict verdict, Finding remark) {
    System.out.printf(
        "%s %s: %s: %s%n",
        remark.state() == State.PROBLEM ? "✗" : "!", verdict.job(), remark.name(), remark.found());
    if (!remark.whatToDo().isEmpty()) {
      System.out.println("  → " + remark.whatToDo());
    }
  }

  private static String seconds(JobVerdict verdict) {
    return "%.1f".formatted(verdict.took().toMillis() / 1000.0);
  }

  private record Shown(
      String job,
      boolean ok,
      String stage,
      String timeout,
      String executor,
      List<Finding> checks,
      Finding dryRun,
      double seconds) {
    static Shown of(JobVerdict v) {
      return new Shown(
          v.job(),
          v.isFine(),
          v.stage(),
          v.timeout(),
          v.executor(),
          v.checks(),
          v.dryRun(),
          v.took().toMillis() / 1000.0);
    }
  }
}
