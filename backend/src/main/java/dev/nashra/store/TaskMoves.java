package dev.nashra.store;

import dev.nashra.queue.Attempt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The ways of a task from one state to another that several tables share. */
final class TaskMoves {
  /**
   * Moves live tasks to the finished ones. To be formatted with which of {@code tasks t} (and what
   * they are joined with), the state, the note, and by how much their failures go up.
   */
  static final String FINISH =
      """
      with ended as (
        delete from tasks t %1$s returning t.*, %3$s said)
      insert into finished_tasks (id, queue, kind, payload, state, priority, unique_key, owner,
        max_attempts, timeout_ms, attempt, failures, rescues, worker, started, created, ended, note)
      select id, queue, kind, payload, '%2$s', priority, unique_key, owner, max_attempts, timeout_ms,
        attempt, failures + %4$d, rescues, worker, started, created, clock_timestamp(), said
      from ended returning id, attempt, queue, owner""";

  /**
   * Gives running tasks back to their queues as they were. To be formatted with which of {@code
   * tasks t}, and by how much their rescues go up.
   */
  static final String RELEASE =
      """
      update tasks t set
        state = case when owner is null then 'READY' else 'WAITING' end,
        worker = null, rescues = rescues + %2$d
      where state = 'RUNNING' and %1$s
      returning id, attempt, queue, owner""";

  /**
   * The planner sees a table that is empty now and large in a second, and must not choose for the
   * former; there is an index for everything that the queues ask.
   */
  private static final String PLAN_BY_INDEX =
      """
      select set_config('enable_seqscan', 'off', true),
        set_config('plan_cache_mode', 'force_custom_plan', true),
        set_config('random_page_cost', '1.1', true)""";

  /** Each of the tasks that are named is looked up, rather than all that there are. */
  private static final String PLAN_BY_NUMBER =
      """
      select set_config('enable_seqscan', 'off', true),
        set_config('plan_cache_mode', 'force_custom_plan', true),
        set_config('random_page_cost', '1.1', true),
        set_config('enable_hashjoin', 'off', true),
        set_config('enable_mergejoin', 'off', true)""";

  private TaskMoves() {}

  /** For the rest of this transaction. */
  static Handle byIndex(Handle handle) {
    handle.createQuery(PLAN_BY_INDEX).mapTo(String.class).first();
    return handle;
  }

  /** For the rest of this transaction, whose statements name their tasks. */
  static Handle byNumber(Handle handle) {
    handle.createQuery(PLAN_BY_NUMBER).mapTo(String.class).first();
    return handle;
  }

  /** The tokens of these attempts come back, one period from now. */
  static void endTurns(Handle handle, List<Moved> moved) {
    var owned = moved.stream().filter(task -> task.owner() != null).map(Moved::id).toList();
    if (!owned.isEmpty()) {
      handle
          .createUpdate(
              """
              update turns set ended = clock_timestamp()
              where task_id = any(:tasks) and ended is null""")
          .bindArray("tasks", Long.class, owned)
          .execute();
    }
  }

  /** A task that has moved, with the attempt that it was in. */
  record Moved(long id, int attempt, String queue, @Nullable String owner) {
    /** By the places of the columns, which is cheaper than by their names. */
    static Moved of(ResultSet row) throws SQLException {
      return new Moved(row.getLong(1), row.getInt(2), row.getString(3), row.getString(4));
    }

    /** Whether others of its owner may have waited for this. */
    boolean concernsOthers() {
      return owner != null;
    }

    Attempt asAttempt() {
      return new Attempt(id, attempt);
    }
  }
}
