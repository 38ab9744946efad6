package dev.nashra.cli;

import dev.nashra.worker.CycleListener;
import dev.nashra.worker.CycleState;
import dev.nashra.worker.Job;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.RunOutcome;
import dev.nashra.worker.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows a cycle while it runs, on standard error: one line that changes on a terminal, plain lines
 * elsewhere; and remembers what came of it for the table at the end.
 */
final class CycleView implements CycleListener {
  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final boolean live;

  /** Guarded by this, as are the others: the jobs of a stage report on their own threads. */
  private final List<Row> rows = new ArrayList<>();

  private final Map<String, String> running = new LinkedHashMap<>();
  private @Nullable CycleState state;
  private Duration took = Duration.ZERO;

  CycleView(boolean live) {
    this.live = live;
  }

  /** For this process' terminal, if it has one. */
  @SuppressWarnings("SystemConsoleNull") // null is still what NullAway expects
  static CycleView ofTerminal() {
    var console = System.console();
    return new CycleView(console != null && console.isTerminal());
  }

  @Override
  public synchronized void runStarted(Stage stage, Job job) {
    running.put(job.name(), "");
    if (!live) {
      System.err.println(job.name() + " …");
    }
    refresh();
  }

  @Override
  public synchronized void runProgressed(Stage stage, Job job, long done, long total) {
    running.replace(job.name(), total > 0 ? " %d/%d".formatted(done, total) : " " + done);
    refresh();
  }

  @Override
  public synchronized void runEnded(Stage stage, Job job, RunOutcome outcome, Duration duration) {
    running.remove(job.name());
    var row = Row.of(stage, job, outcome, duration);
    rows.add(row);
    System.err.printf(
        "%s%s %s in %s s%s%n",
        live ? CLEAR_LINE : "", job.name(), row.outcome(), row.seconds(), row.remark());
    refresh();
  }

  @Override
  public synchronized void cycleEnded(long cycleId, CycleState endState, Duration duration) {
    state = endState;
    took = duration;
    if (live) {
      System.err.print(CLEAR_LINE);
    }
  }

  @Override
  public synchronized void runStalled(Stage stage, Job job, Duration patience) {
    System.err.printf(
        "%s makes no progress for %d s; the cycle goes on without it%n",
        job.name(), patience.toSeconds());
  }

  @Override
  public synchronized void cycleSkipped() {
    System.err.println(
        "The last cycle still runs, and in original mode cycles do not overlap; nothing was run.");
  }

  private void refresh() {
    if (live) {
      var jobs =
          running.entrySet().stream()
              .map(entry -> entry.getKey() + entry.getValue())
              .collect(Collectors.joining(", "));
      System.err.print(CLEAR_LINE + jobs);
      System.err.flush();
    }
  }

  /** The cycle as a table: stage, job, outcome, how many in and out, seconds. */
  synchronized String table() {
    var table = new Table("STAGE", "JOB", "OUTCOME", ">IN", ">OUT", ">FAILED", ">SECONDS", "NOTE");
    rows.forEach(
        row ->
            table.row(
                row.stage(),
                row.job(),
                row.outcome(),
                row.in(),
                row.out(),
                row.failed(),
                row.seconds(),
                row.note()));
    return table + "Cycle %s in %s s%n".formatted(lower(String.valueOf(state)), Row.seconds(took));
  }

  /** The same for programs. */
  synchronized Map<String, Object> json() {
    return Map.of(
        "state", lower(String.valueOf(state)), "seconds", took.toMillis() / 1000.0, "runs", rows);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** One run as it is printed. */
  private record Row(
      String stage,
      String job,
      String outcome,
      long in,
      long out,
      long failed,
      String seconds,
      String note) {
    static Row of(Stage stage, Job job, RunOutcome outcome, Duration took) {
      var result =
          outcome instanceof RunOutcome.Done(JobResult done) ? done : new JobResult(0, 0, 0, "");
      return new Row(
          stage.name(),
          job.name(),
          lower(outcome.state().name()),
          result.in(),
          result.out(),
          result.failed(),
          seconds(took),
          note(outcome));
    }

    private static String note(RunOutcome outcome) {
      return switch (outcome) {
        case RunOutcome.Done(JobResult result) -> result.note();
        case RunOutcome.Failed(String error) -> error.lines().findFirst().orElse("");
        case RunOutcome.TimedOut(Duration timeout, _) ->
            "after %d s".formatted(timeout.toSeconds());
        case RunOutcome.Stopped(String reason) -> reason;
        case RunOutcome.Skipped(String reason) -> reason;
      };
    }

    static String seconds(Duration duration) {
      return "%.1f".formatted(duration.toMillis() / 1000.0);
    }

    String remark() {
      return note.isEmpty() ? "" : " (" + note + ")";
    }
  }
}
