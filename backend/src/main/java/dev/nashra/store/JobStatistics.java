package dev.nashra.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the jobs did lately, for people. */
public final class JobStatistics {
  /** Percentiles are of runs that have run, however they ended. */
  private static final String SUMMARY =
      """
      select job, count(*) as runs,
        count(*) filter (where state = 'DONE') as done,
        count(*) filter (where state = 'FAILED') as failed,
        count(*) filter (where state = 'TIMED_OUT') as timed_out,
        count(*) filter (where state = 'STOPPED') as stopped,
        count(*) filter (where state = 'SKIPPED') as skipped,
        count(*) filter (where state = 'LOST') as lost,
        percentile_disc(0.5) within group (order by ended - started) as p50,
        percentile_disc(0.95) within group (order by ended - started) as p95,
        max(ended - started) as longest,
        percentile_disc(0.5) within group (order by started - queued) as waited_p50,
        max(started - queued) as waited_longest,
        sum(items_in) as items_in, sum(items_out) as items_out,
        sum(items_failed) as items_failed, sum(bytes) as bytes
      from runs
      where queued > now() - make_interval(days => :days) and ended is not null
      group by job order by min(id)""";

  private static final String MILLIS =
      """
      (select extract(epoch from p50) * 1000 as p50_ms, extract(epoch from p95) * 1000 as p95_ms,
         extract(epoch from longest) * 1000 as longest_ms,
         extract(epoch from waited_p50) * 1000 as waited_p50_ms,
         extract(epoch from waited_longest) * 1000 as waited_longest_ms) millis""";

  private final Database database;

  public JobStatistics(Database database) {
    this.database = database;
  }

  /** Every job that had a run within so many days. */
  public List<JobSummary> of(int days) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("select * from (" + SUMMARY + ") summary, lateral " + MILLIS)
                .bind("days", days)
                .map((row, _) -> summary(row))
                .list());
  }

  private static JobSummary summary(ResultSet row) throws SQLException {
    return new JobSummary(
        row.getString("job"),
        row.getLong("runs"),
        new Outcomes(
            row.getLong("done"),
            row.getLong("failed"),
            row.getLong("timed_out"),
            row.getLong("stopped"),
            row.getLong("skipped"),
            row.getLong("lost")),
        new Took(
            Columns.optionalMillis(row, "p50_ms"),
            Columns.optionalMillis(row, "p95_ms"),
            Columns.optionalMillis(row, "longest_ms")),
        Columns.optionalMillis(row, "waited_p50_ms"),
        Columns.optionalMillis(row, "waited_longest_ms"),
        row.getLong("items_in"),
        row.getLong("items_out"),
        row.getLong("items_failed"),
        row.getLong("bytes"));
  }

  /**
   * A job's runs taken together.
   *
   * @param waitedP50 for a free slot; null when it never ran, as for the longest
   */
  public record JobSummary(
      String job,
      long runs,
      Outcomes outcomes,
      Took took,
      @Nullable Duration waitedP50,
      @Nullable Duration waitedLongest,
      long in,
      long out,
      long failedItems,
      long bytes) {}

  /** How many runs ended in which way. */
  public record Outcomes(
      long done, long failed, long timedOut, long stopped, long skipped, long lost) {}

  /** How long runs took; null when there was none. */
  public record Took(@Nullable Duration p50, @Nullable Duration p95, @Nullable Duration max) {}
}
