package dev.nashra.store;

import dev.nashra.queue.QueueDesk;
import dev.nashra.queue.QueueHealth;
import dev.nashra.queue.TaskState;
import dev.nashra.queue.Wakeups;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The tables of the queues, for the operator. */
public final class TaskDesk implements QueueDesk {
  /** Which dead letters {@code d}; a filter's part that is null admits all. */
  private static final String WHICH =
      """
      d.state = 'DEAD'
        and (:id::bigint is null or d.id = :id)
        and (:kind::text is null or d.kind = :kind)
        and (:queue::text is null or d.queue = :queue)
        and (:text::text is null or position(lower(:text) in lower(d.note)) > 0
          or position(lower(:text) in lower(d.payload)) > 0)""";

  private final Database database;
  private final TaskBell bell;

  public TaskDesk(Database database, TaskBell bell) {
    this.database = database;
    this.bell = bell;
  }

  /** Asks for nothing else. */
  public static Supplier<QueueHealth> healthOf(Database database) {
    return () -> database.inTransaction(handle -> new HealthQuery(handle).run());
  }

  @Override
  public QueueHealth health() {
    return healthOf(database).get();
  }

  @Override
  public Optional<TaskRecord> find(long id) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    select t.*, w.name worker_name from (
                      select id, queue, kind, payload, state, priority, unique_key, owner, attempt,
                        failures, rescues, worker, started, created, run_at due,
                        null::timestamptz ended, null note
                      from tasks
                      union all
                      select id, queue, kind, payload, state, priority, unique_key, owner, attempt,
                        failures, rescues, worker, started, created, null, ended, note
                      from finished_tasks) t
                    left join queue_workers w on w.id = t.worker
                    where t.id = :id""")
                .bind("id", id)
                .map((row, _) -> task(row, errors(handle, id)))
                .findOne());
  }

  private static TaskRecord task(ResultSet row, List<AttemptError> errors) throws SQLException {
    return new TaskRecord(
        row.getLong("id"),
        row.getString("queue"),
        row.getString("kind"),
        TaskState.valueOf(row.getString("state")),
        row.getString("payload"),
        row.getInt("priority"),
        row.getString("unique_key"),
        row.getString("owner"),
        row.getInt("attempt"),
        row.getInt("failures"),
        row.getInt("rescues"),
        Columns.instant(row, "created"),
        Columns.optionalInstant(row, "due"),
        Columns.optionalInstant(row, "started"),
        Columns.optionalInstant(row, "ended"),
        row.getString("worker_name"),
        row.getString("note"),
        errors);
  }

  private static List<AttemptError> errors(Handle handle, long id) {
    return handle
        .createQuery("select * from task_errors where task_id = :id order by attempt")
        .bind("id", id)
        .map(
            (row, _) ->
                new AttemptError(
                    row.getInt("attempt"),
                    Columns.instant(row, "occurred"),
                    row.getString("error")))
        .list();
  }

  @Override
  public List<DeadLetter> dead(DeadFilter filter, int limit) {
    return database.inTransaction(
        handle ->
            bound(
                    handle,
                    """
                    select * from finished_tasks d where %s
                    order by ended desc, id desc limit :limit"""
                        .formatted(WHICH),
                    filter)
                .bind("limit", limit)
                .map((row, _) -> letter(row))
                .list());
  }

  private static DeadLetter letter(ResultSet row) throws SQLException {
    return new DeadLetter(
        row.getLong("id"),
        row.getString("queue"),
        row.getString("kind"),
        row.getString("owner"),
        row.getString("payload"),
        row.getInt("attempt"),
        Columns.instant(row, "ended"),
        row.getString("note"));
  }

  @Override
  public List<Long> retry(DeadFilter filter) {
    return database.inTransaction(
        handle -> {
          // A letter whose key is taken, by a live task or by another letter of these, stays.
          var sql =
              """
              with chosen as (
                select d.* from finished_tasks d where %s order by d.id for update),
              again as (
                insert into tasks (id, queue, kind, payload, state, position, run_at, priority,
                  unique_key, owner, max_attempts, timeout_ms, attempt, created)
                overriding system value
                select id, queue, kind, payload,
                  case when owner is null then 'READY' else 'WAITING' end,
                  clock_timestamp() - priority * interval '1 minute', clock_timestamp(), priority,
                  unique_key, owner, max_attempts, timeout_ms, attempt, created
                from chosen order by id
                on conflict (kind, unique_key) where unique_key is not null do nothing
                returning id),
              gone as (delete from finished_tasks where id in (select id from again))
              select id from again order by id"""
                  .formatted(WHICH);
          var ids = bound(handle, sql, filter).mapTo(Long.class).list();
          handle.afterCommit(() -> bell.ring(Wakeups.ANYTHING));
          return ids;
        });
  }

  @Override
  public List<Long> forget(DeadFilter filter) {
    return database.inTransaction(
        handle ->
            bound(
                    handle,
                    """
                    with gone as (delete from finished_tasks d where %s returning id),
                    errors as (delete from task_errors where task_id in (select id from gone))
                    select id from gone order by id"""
                        .formatted(WHICH),
                    filter)
                .mapTo(Long.class)
                .list());
  }

  private static Query bound(Handle handle, String sql, DeadFilter filter) {
    return handle
        .createQuery(sql)
        .bind("id", filter.id())
        .bind("kind", filter.kind())
        .bind("queue", filter.queue())
        .bind("text", filter.text());
  }

  @Override
  public void pause(String queue) {
    setPaused(queue, true);
  }

  @Override
  public void resume(String queue) {
    setPaused(queue, false);
  }

  private void setPaused(String queue, boolean paused) {
    database.useTransaction(
        handle -> {
          handle.execute(
              """
              insert into queues (name, paused) values (?, ?)
              on conflict (name) do update set paused = excluded.paused""",
              queue,
              paused);
          handle.afterCommit(() -> bell.ring(queue));
        });
  }
}
