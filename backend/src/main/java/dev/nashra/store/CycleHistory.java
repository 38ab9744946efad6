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
  private final Database database;

  public CycleHistory(Database database) {
    this.database = database;
  }

  /** The last cycles, the newest first, each with its runs in the order in which they began. */
  public List<PastCycle> last(int count) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("select * from cycles order by id desc limit :count")
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
        runs(handle, row.getLong("id")));
  }

  private static List<PastRun> runs(Handle handle, long cycleId) {
    return handle
        .createQuery("select * from runs where cycle_id = :cycle order by id")
        .bind("cycle", cycleId)
        .map((row, _) -> run(row))
        .list();
  }

  private static PastRun run(ResultSet row) throws SQLException {
    var started = Columns.instant(row, "started");
    var ended = Columns.optionalInstant(row, "ended");
    return new PastRun(
        row.getString("stage"),
        row.getString("job"),
        lower(row.getString("state")),
        started,
        ended == null ? null : Duration.between(started, ended),
        Duration.between(Columns.instant(row, "queued"), started),
        row.getLong("items_in"),
        row.getLong("items_out"),
        row.getLong("items_failed"),
        row.getString("note"),
        row.getString("error"));
  }

  private static String lower(String state) {
    return state.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A cycle that was. */
  public record PastCycle(
      long id, String worker, String mode, String state, Instant started, List<PastRun> runs) {}

  /**
   * A run that was.
   *
   * @param took null while it runs
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
      @Nullable String note,
      @Nullable String error) {}
}
