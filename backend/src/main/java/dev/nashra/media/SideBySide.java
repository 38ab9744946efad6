package dev.nashra.media;

import dev.nashra.report.Report;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.Parallel;
import dev.nashra.worker.RunEnded;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes something of reports, a few at once; one that fails does not stop the others. */
final class SideBySide {
  private final Renderings renderings;
  private final RenderingKind kind;

  /**
   * @param kind what is made
   */
  SideBySide(Renderings renderings, RenderingKind kind) {
    this.renderings = renderings;
    this.kind = kind;
  }

  /** Makes one thing and records it. */
  @FunctionalInterface
  interface Maker {
    void make(Report report, Progress progress) throws IOException, InterruptedException;
  }

  /** Hears how much of one thing is done, from 0 to 100. */
  @FunctionalInterface
  interface Progress {
    void at(int percent);
  }

  /**
   * @param limit how many are made at once
   */
  JobResult make(int limit, List<Report> reports, JobContext context, Maker maker)
      throws InterruptedException {
    var done = new AtomicInteger();
    var total = 100L * reports.size();
    try {
      var made =
          Parallel.map(
              limit,
              reports,
              report -> {
                context.cancellation().throwIfCancelled();
                Progress progress =
                    percent -> context.progress().at(100L * done.get() + percent, total);
                var success = tryMake(report, progress, maker, context);
                context.progress().at(100L * done.incrementAndGet(), total);
                return success;
              });
      long successes = made.stream().filter(success -> success).count();
      return new JobResult(reports.size(), successes, reports.size() - successes, "");
    } catch (InterruptedException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("tryMake() throws nothing else", e);
    }
  }

  private boolean tryMake(Report report, Progress progress, Maker maker, JobContext context)
      throws InterruptedException {
    try {
      maker.make(report, progress);
      return true;
    } catch (RunEnded | CancellationException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      Mishap.note(renderings, report, kind, e, context.clock().instant());
      return false;
    }
  }
}
