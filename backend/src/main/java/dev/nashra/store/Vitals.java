package dev.nashra.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * How the workers on this database are, in the moment it was asked. All times are by the database's
 * clock.
 *
 * @param workers those that are alive
 * @param lastCycle the last one that passed through all its stages; null when there was none
 * @param openRuns runs that wait or run, of workers that are alive
 * @param publications how many there are in each state that is no end, by the state
 */
public record Vitals(
    List<AliveWorker> workers,
    @Nullable LastCycle lastCycle,
    List<OpenRun> openRuns,
    Map<String, Long> publications) {
  /**
   * A worker that is alive.
   *
   * @param stuck how many of its threads ignore being stopped
   */
  public record AliveWorker(String name, Duration age, boolean draining, int stuck) {}

  /**
   * A cycle that has ended.
   *
   * @param age since its end
   */
  public record LastCycle(long id, Duration age, Duration took) {}

  /**
   * A run that has not ended.
   *
   * @param running false while it waits for its slot
   * @param age since it began to run or to wait
   * @param mode of its worker
   */
  public record OpenRun(String job, boolean running, Duration age, String mode) {}

  /** Asks the database. */
  public static Vitals of(Database database) {
    return database.inEngineTransaction(
        handle -> {
          handle.execute("set local statement_timeout = '3s'");
          return new Vitals(
              workers(handle), lastCycle(handle), openRuns(handle), publications(handle));
        });
  }

  private static List<AliveWorker> workers(Handle handle) {
    return handle
        .createQuery(
            """
            select name, extract(epoch from clock_timestamp() - started) as age, draining,
              cardinality(stuck) as stuck
            from workers w where is_alive(w) order by started""")
        .map(
            (row, _) ->
                new AliveWorker(
                    row.getString("name"),
                    seconds(row, "age"),
                    row.getBoolean("draining"),
                    row.getInt("stuck")))
        .list();
  }

  private static @Nullable LastCycle lastCycle(Handle handle) {
    return handle
        .createQuery(
            """
            select id, extract(epoch from clock_timestamp() - ended) as age,
              extract(epoch from ended - started) as took
            from cycles where state = 'DONE' order by ended desc limit 1""")
        .map(
            (row, _) -> new LastCycle(row.getLong("id"), seconds(row, "age"), seconds(row, "took")))
        .findOne()
        .orElse(null);
  }

  private static List<OpenRun> openRuns(Handle handle) {
    return handle
        .createQuery(
            """
            select r.job, r.state = 'RUNNING' as running, w.mode,
              extract(epoch from clock_timestamp() - coalesce(r.started, r.queued)) as age
            from runs r join workers w on w.id = r.worker_id
            where r.state in ('WAITING', 'RUNNING') and is_alive(w) order by r.job""")
        .map(
            (row, _) ->
                new OpenRun(
                    row.getString("job"),
                    row.getBoolean("running"),
                    seconds(row, "age"),
                    row.getString("mode")))
        .list();
  }

  private static Map<String, Long> publications(Handle handle) {
    return handle
        .createQuery(
            """
            select state, count(*) as count from publications
            where state not in ('PUBLISHED', 'FAILED') group by state""")
        .map((row, _) -> Map.entry(row.getString("state"), row.getLong("count")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Duration seconds(ResultSet row, String column) throws SQLException {
    return Duration.ofMillis(Math.max(0, Math.round(row.getDouble(column) * 1000)));
  }

  /** What the last run of a job that it ended itself had to say. */
  public static String lastNote(Database database, String job) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    select coalesce(note, '') from runs where job = :job and state = 'DONE'
                    order by queued desc limit 1""")
                .bind("job", job)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
  }
}
