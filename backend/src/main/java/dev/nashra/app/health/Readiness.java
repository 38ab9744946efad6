package dev.nashra.app.health;

import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.store.Vitals;
import dev.nashra.store.Vitals.AliveWorker;
import dev.nashra.store.Vitals.LastCycle;
import dev.nashra.store.Vitals.OpenRun;
import dev.nashra.web.HealthReport;
import dev.nashra.web.HealthReport.Check;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has to be so for the newsroom to do its work.
 *
 * @param interval from one cycle to the next
 * @param maxStuck threads of one worker that may ignore being stopped
 * @param longestRun after which no run of the improved mode should still be there; zero when jobs
 *     are not stopped at their timeouts
 */
record Readiness(Duration interval, int maxStuck, Duration longestRun) {
  /** A cycle may be late or cut off once; the second time is a fault. */
  private static final int INTERVALS = 2;

  /** To stop a job, record that and free its slot. */
  private static final Duration STOPPING = Duration.ofSeconds(60);

  static Readiness of(Settings settings) {
    var longest =
        Stream.of(
                Catalog.SCRAPING_TIMEOUT,
                Catalog.CLUSTERING_TIMEOUT,
                Catalog.REPORTS_TIMEOUT,
                Catalog.SOCIAL_MEDIA_TIMEOUT,
                Catalog.IMAGES_TIMEOUT,
                Catalog.AUDIO_TIMEOUT,
                Catalog.VIDEO_TIMEOUT,
                Catalog.PUBLISHING_TIMEOUT,
                Catalog.BROADCAST_TIMEOUT,
                Catalog.CLEANUP_TIMEOUT,
                Catalog.HEALTH_TIMEOUT)
            .map(settings::get)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return new Readiness(
        settings.get(Catalog.CYCLE_INTERVAL),
        settings.get(Catalog.MAX_STUCK_JOBS),
        settings.get(Catalog.ENABLE_JOB_TIMEOUTS) ? longest.plus(STOPPING) : Duration.ZERO);
  }

  /** When the database did not answer. */
  static HealthReport unanswered(String why) {
    return new HealthReport(List.of(new Check("database", false, why)));
  }

  HealthReport judge(Vitals vitals) {
    return new HealthReport(
        List.of(
            new Check("database", true, "answers"),
            workers(vitals.workers()),
            cycle(vitals),
            stuck(vitals.workers()),
            runs(vitals.openRuns())));
  }

  private static Check workers(List<AliveWorker> workers) {
    var working = workers.stream().filter(worker -> !worker.draining()).count();
    var found =
        workers.isEmpty()
            ? "no worker is alive"
            : "%d of %d at work".formatted(working, workers.size());
    return new Check("workers", working > 0, found);
  }

  /** Whoever has just started has not had the time for a cycle. */
  private Check cycle(Vitals vitals) {
    var last = vitals.lastCycle();
    // Where cycles do not overlap, one that takes long delays the next one's end by as much.
    var bound = interval.multipliedBy(INTERVALS).plus(last == null ? Duration.ZERO : last.took());
    var found = last == null ? "none has ended yet" : found(last);
    if (last != null && last.age().compareTo(bound) <= 0) {
      return new Check("cycle", true, found);
    }
    var started = vitals.workers().stream().map(AliveWorker::age).max(Comparator.naturalOrder());
    var hasGrace = started.isPresent() && started.get().compareTo(bound) <= 0;
    return new Check(
        "cycle",
        hasGrace,
        found
            + (hasGrace
                ? "; the first worker started %d s ago".formatted(started.get().toSeconds())
                : "; one should end at least every %d s".formatted(bound.toSeconds())));
  }

  private static String found(LastCycle last) {
    return "the last one ended %d s ago".formatted(last.age().toSeconds());
  }

  private Check stuck(List<AliveWorker> workers) {
    var most = workers.stream().mapToInt(AliveWorker::stuck).max().orElse(0);
    var found = "%d threads of one worker ignore being stopped".formatted(most);
    return most > maxStuck
        ? new Check("stuck", false, "%s, more than %d".formatted(found, maxStuck))
        : new Check("stuck", true, most == 0 ? "nothing" : found);
  }

  private Check runs(List<OpenRun> runs) {
    var over =
        runs.stream()
            .filter(run -> run.running() && run.mode().equals("improved"))
            .filter(run -> !longestRun.isZero() && run.age().compareTo(longestRun) > 0)
            .map(run -> "%s runs for %d s".formatted(run.job(), run.age().toSeconds()))
            .collect(Collectors.joining(", "));
    return over.isEmpty()
        ? new Check("runs", true, "none is past its timeout")
        : new Check("runs", false, over + ", and no timeout is so long");
  }
}
