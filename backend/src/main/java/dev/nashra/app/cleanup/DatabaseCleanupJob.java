package dev.nashra.app.cleanup;

import dev.nashra.store.OldRows.Removed;
import dev.nashra.worker.Job;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.RunEnded;
import dev.nashra.worker.TimeoutType;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what is too old, in small steps so that nobody waits for it. One that is cut off is
 * finished by the next one; a kind that fails does not keep the others from being cleaned.
 */
public final class DatabaseCleanupJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseCleanupJob.class);

  private final List<Kind> kinds;

  public DatabaseCleanupJob(List<Kind> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  /**
   * One kind of thing that gets too old.
   *
   * @param name in the plural, for messages
   * @param step removes some of them
   */
  public record Kind(String name, Step step) {}

  /** Removes some things; when it removes none, none is left that could be removed. */
  @FunctionalInterface
  public interface Step {
    Removed remove() throws IOException, InterruptedException;
  }

  @Override
  public String name() {
    return "database_cleanup";
  }

  @Override
  public TimeoutType timeoutType() {
    return TimeoutType.CLEANUP;
  }

  @Override
  public JobResult run(JobContext context) throws InterruptedException {
    var total = JobResult.of(0, 0);
    for (var kind : kinds) {
      total = total.plus(clean(kind, context));
    }
    return total.note().isEmpty() ? total.withNote("nothing was too old") : total;
  }

  private static JobResult clean(Kind kind, JobContext context) throws InterruptedException {
    var tally = new Tally();
    try {
      removeAll(kind, tally, context);
      return tally.result(kind, 0);
    } catch (RunEnded | CancellationException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      context.cancellation().throwIfCancelled();
      LOG.warn("The {} could not all be removed", kind.name(), e);
      return tally.result(kind, 1).plus(JobResult.of(0, 0).withNote(kind.name() + " failed"));
    }
  }

  private static void removeAll(Kind kind, Tally tally, JobContext context)
      throws IOException, InterruptedException {
    for (var step = kind.step().remove(); step.rows() > 0; step = kind.step().remove()) {
      context.cancellation().throwIfCancelled();
      tally.add(step);
      context.progress().at(tally.rows, 0);
    }
  }

  /** What was removed of one kind so far. */
  private static final class Tally {
    private long rows;
    private long bytes;

    private void add(Removed step) {
      rows += step.rows();
      bytes += step.bytes();
    }

    private JobResult result(Kind kind, int failed) {
      var note = rows == 0 ? "" : "%s %s (%s)".formatted(count(rows), kind.name(), size(bytes));
      return new JobResult(rows, rows, failed, note, bytes);
    }
  }

  private static String count(long rows) {
    return String.format(Locale.ROOT, "%,d", rows);
  }

  private static String size(long bytes) {
    return bytes >= 1L << 20
        ? String.format(Locale.ROOT, "%,d MB", bytes >> 20)
        : String.format(Locale.ROOT, "%,d kB", (bytes + 1023) >> 10);
  }
}
