package dev.nashra.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What the last cycles did, for people. */
public final class CycleHistory {
  /** What was collected by a cycle is what came while it ran. */
  private static final String CYCLES =
      """
      select c.*, extract(epoch from u.first - a.first) * 1000 as latency_ms
      from (select * from cycles order by id desc limit :count) c
      left join lateral (
        select min(first_seen) as first from articles
        where first_seen between c.started and coalesce(c.ended, now())) a on true
      left join lateral (
        select min(u.published) as first
        from publications u join posts p on p.id = u.post_id
        where u.published between a.first and coalesce(c.ended, now()) and exists (
          select 1 from articles n where n.story_id = p.story_id
            and n.first_seen between c.started and coalesce(c.ended, now()))) u on true
      order by c.id desc""";

  private final Database database;

  public CycleHistory(Database database) {
    this.database = database;
  }

  /** The last cycles, the newest first, each with its runs in the order in which they began. */
  public List<PastCycle> last(int count) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(CYCLES)
                .bind("count", count)
                .map((row, _) -> cycle(handle, row))
                .list());
  }

  private static PastCycle cycle(Handle handle, ResultSet row) throws SQLException {
    return new PastCycle(
        row.getLong("id"),
        row.getString("worker"),
        row.getString("mode"),
        lower(row.getString("state")),
        Columns.instant(row, "started"),
        took(row),
        Columns.optionalMillis(row, "latency_ms"),
        runs(handle, row.getLong("id")));
  }

  private static @Nullable Duration took(ResultSet row) throws SQLException {
    var ended = Columns.optionalInstant(row, "ended");
    return ended == null ? null : Duration.between(Columns.instant(row, "started"), ended);
  }

  private static List<PastRun> runs(Handle handle, long cycleId) {
    return handle
        .createQuery("select * from runs where cycle_id = :cycle order by id")
        .bind("cycle", cycleId)
        .map((row, _) -> run(row))
        .list();
  }

  private static PastRun run(ResultSet row) throws SQLException {
    var queued = Columns.instant(row, "queued");
    var started = Columns.optionalInstant(row, "started");
    var ended = Columns.optionalInstant(row, "ended");
    var begun = started == null ? queued : started;
    return new PastRun(
        row.getString("stage"),
        row.getString("job"),
        lower(row.getString("state")),
        begun,
        ended == null || started == null ? null : Duration.between(started, ended),
        Duration.between(queued, begun),
        row.getLong("items_in"),
        row.getLong("items_out"),
        row.getLong("items_failed"),
        row.getLong("bytes"),
        row.getString("note"),
        row.getString("error"));
  }

  private static String lower(String state) {
    return state.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * A cycle that was.
   *
   * @param took null while it runs
   * @param latency from the first article that it collected to the first publication about one of
   *     them; null when there was none
   */
  public record PastCycle(
      long id,
      String worker,
      String mode,
      String state,
      Instant started,
      @Nullable Duration took,
      @Nullable Duration latency,
      List<PastRun> runs) {}

  /**
   * A run that was.
   *
   * @param took null while it runs, and when it never did
   * @param waited for a free slot
   */
  public record PastRun(
      String stage,
      String job,
      String state,
      Instant started,
      @Nullable Duration took,
      Duration waited,
      long in,
      long out,
      long failed,
      long bytes,
      @Nullable String note,
      @Nullable String error) {}
}
