package dev.nashra.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The workers that run on a database, as an operator sees them, and the mode they are told. */
public final class WorkerList {
  private final Database database;

  public WorkerList(Database database) {
    this.database = database;
  }

  /** Whether there is such a list: a newsroom has run here, of a version that keeps one. */
  public boolean exists() {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("select to_regclass('mode_switch') is not null")
                .mapTo(Boolean.class)
                .one());
  }

  /** Those that are alive, the oldest first. */
  public List<RunningWorker> running() {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    select w.name, w.started, w.seen, nullif(w.mode, '') mode,
                      nullif(w.mode_origin, '') mode_origin, w.mode_since, w.draining,
                      cardinality(w.stuck) stuck,
                      (select s.mode from mode_switch s where s.switched > w.started) switched
                    from workers w where is_alive(w) order by w.id""")
                .map(
                    (row, _) ->
                        new RunningWorker(
                            row.getString("name"),
                            Columns.instant(row, "started"),
                            Columns.instant(row, "seen"),
                            row.getString("mode"),
                            row.getString("mode_origin"),
                            Columns.instant(row, "mode_since"),
                            row.getString("switched"),
                            row.getBoolean("draining"),
                            row.getInt("stuck")))
                .list());
  }

  /** The mode that the workers which ran then were last told. */
  public Optional<Switch> lastSwitch() {
    return database.inTransaction(WorkerList::lastSwitch);
  }

  private static Optional<Switch> lastSwitch(Handle handle) {
    return handle
        .createQuery("select mode, switched from mode_switch")
        .map((row, _) -> new Switch(row.getString("mode"), Columns.instant(row, "switched")))
        .findOne();
  }

  /** Tells every worker that runs now to take this mode at its next cycle. */
  public void switchTo(String mode) {
    database.useTransaction(
        handle ->
            handle.execute(
                """
                insert into mode_switch (mode) values (?)
                on conflict (only_one) do update
                  set mode = excluded.mode, switched = clock_timestamp()""",
                mode));
  }

  /** What an operator said, and when. */
  public record Switch(String mode, Instant at) {}

  /**
   * A worker that is alive.
   *
   * @param name host and process
   * @param mode of its last cycle; null before the first one
   * @param modeOrigin where that was said; null before the first cycle
   * @param modeSince when it took that mode
   * @param switched what it was told since it started, and takes at its next cycle; null: nothing
   * @param stuck how many of its threads ignore being stopped
   */
  public record RunningWorker(
      String name,
      Instant started,
      Instant seen,
      @Nullable String mode,
      @Nullable String modeOrigin,
      Instant modeSince,
      @Nullable String switched,
      boolean draining,
      int stuck) {
    /** What it runs its next cycle in; null while that is not known. */
    public @Nullable String nextMode() {
      return switched != null ? switched : mode;
    }
  }
}
