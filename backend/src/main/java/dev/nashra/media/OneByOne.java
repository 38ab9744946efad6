package dev.nashra.media;

import dev.nashra.report.Report;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.RunEnded;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes something of reports, one after the other; one that fails does not stop the others. */
final class OneByOne {
  private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

  private OneByOne() {}

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
   * @param what is made, for the log
   */
  static JobResult make(String what, List<Report> reports, JobContext context, Maker maker)
      throws InterruptedException {
    long made = 0;
    for (int i = 0; i < reports.size(); i++) {
      context.cancellation().throwIfCancelled();
      int before = 100 * i;
      Progress progress = percent -> context.progress().at(before + percent, 100L * reports.size());
      progress.at(0);
      made += tryMake(what, reports.get(i), progress, maker) ? 1 : 0;
    }
    return new JobResult(reports.size(), made, reports.size() - made, "");
  }

  private static boolean tryMake(String what, Report report, Progress progress, Maker maker)
      throws InterruptedException {
    try {
      maker.make(report, progress);
      return true;
    } catch (RunEnded | CancellationException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      LOG.warn("No {} for story {}: {}", what, report.storyId(), e.getMessage(), e);
      return false;
    }
  }
}
