package dev.nashra.store;

import dev.nashra.queue.Attempt;
import dev.nashra.queue.AttemptEnded;
import dev.nashra.queue.RateLimit;
import dev.nashra.queue.RateLimits;
import dev.nashra.queue.Settlement;
import dev.nashra.queue.Task;
import dev.nashra.queue.TaskStore;
import dev.nashra.queue.Wakeups;
import dev.nashra.store.TaskMoves.Moved;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code tasks}, {@code queue_workers} and {@code turns}, for whoever works. All times
 * are the database's.
 */
public final class TaskClaims implements TaskStore {
  private static final int AT_ONCE = 1000;

  private static final String COLUMNS =
      """
      id, attempt, queue, kind, owner, max_attempts, timeout_ms, failures, surprises, rescues,
      created, case when octet_length(payload) <= %d then payload end payload"""
          .formatted(Task.MOST_PAYLOAD_BYTES);

  private static final String CLAIM_READY =
      """
      with claimed as (
      update tasks set state = 'RUNNING', attempt = attempt + 1, worker = :worker,
        started = clock_timestamp()
      where id = any(array(
        select id from tasks
        where queue = :queue and state = 'READY'
          and not exists (select from queues where name = :queue and paused)
        order by position, id limit :most for update skip locked))
      returning *)
      select\s"""
          + COLUMNS
          + " from claimed order by position, id";

  private final Database newsroom;
  private final Database database;
  private final TaskBell bell;

  /**
   * @param newsroom what handlers write to
   * @param database the same, by connections that only the queues use
   */
  public TaskClaims(Database newsroom, Database database, TaskBell bell) {
    this.newsroom = newsroom;
    this.database = database;
    this.bell = bell;
  }

  @Override
  public long register(WorkerCard card, Duration lease) {
    return database.inEngineTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    insert into queue_workers (name, queues, slots, started, heartbeat, lease_until)
                    values (:name, :queues, :slots, clock_timestamp(), clock_timestamp(),
                      clock_timestamp() + :lease * interval '1 millisecond')
                    returning id""")
                .bind("name", card.name())
                .bindArray("queues", String.class, card.queues())
                .bind("slots", card.slots())
                .bind("lease", lease.toMillis())
                .mapTo(Long.class)
                .one());
  }

  @Override
  public void heartbeat(long worker, WorkerCard card, int running, Duration lease) {
    database.inEngineTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into queue_workers (id, name, queues, slots, running, started, heartbeat,
                      lease_until)
                    overriding system value
                    values (:worker, :name, :queues, :slots, :running, clock_timestamp(),
                      clock_timestamp(), clock_timestamp() + :lease * interval '1 millisecond')
                    on conflict (id) do update set running = excluded.running,
                      heartbeat = excluded.heartbeat, lease_until = excluded.lease_until""")
                .bind("worker", worker)
                .bind("name", card.name())
                .bindArray("queues", String.class, card.queues())
                .bind("slots", card.slots())
                .bind("running", running)
                .bind("lease", lease.toMillis())
                .execute());
  }

  @Override
  public Set<Attempt> reconcile(long worker, Set<Attempt> held) {
    var ids = held.stream().map(Attempt::task).toList();
    var attempts = held.stream().map(Attempt::attempt).toList();
    return database.inEngineTransaction(
        handle -> {
          release(TaskMoves.byIndex(handle), worker, ids, attempts);
          return new HashSet<>(
              handle
                  .createQuery(
                      """
                      select id, attempt from unnest(:ids, :attempts) h (id, attempt)
                      where not exists (select from tasks t where t.id = h.id
                        and t.attempt = h.attempt and t.state = 'RUNNING')""")
                  .bindArray("ids", Long.class, ids)
                  .bindArray("attempts", Integer.class, attempts)
                  .map((row, _) -> new Attempt(row.getLong(1), row.getInt(2)))
                  .list());
        });
  }

  /** What the database counts as this worker's, and the worker knows nothing of. */
  private void release(Handle handle, long worker, List<Long> ids, List<Integer> attempts) {
    var which =
        """
        worker = :worker and not exists (
          select from unnest(:ids, :attempts) h (id, attempt)
          where h.id = t.id and h.attempt = t.attempt)""";
    var moved =
        handle
            .createQuery(TaskMoves.RELEASE.formatted(which, 0))
            .bind("worker", worker)
            .bindArray("ids", Long.class, ids)
            .bindArray("attempts", Integer.class, attempts)
            .map((row, _) -> Moved.of(row))
            .list();
    moved(handle, moved);
  }

  @Override
  public void unregister(long worker) {
    database.inEngineTransaction(
        handle -> {
          release(handle, worker, List.of(), List.of());
          return handle.execute("delete from queue_workers where id = ?", worker);
        });
  }

  @Override
  public int rescue() {
    var which =
        """
        id = any(array(
          select r.id from tasks r left join queue_workers w on w.id = r.worker
          where r.worker is not null and (w.id is null or w.lease_until < clock_timestamp())
          order by r.id limit %d for update of r skip locked))"""
            .formatted(AT_ONCE);
    return database.inEngineTransaction(
        handle -> {
          var rescued =
              handle
                  .createQuery(TaskMoves.RELEASE.formatted(which, 1))
                  .map((row, _) -> Moved.of(row))
                  .list();
          moved(handle, rescued);
          return rescued.size();
        });
  }

  @Override
  public Optional<Duration> promote() {
    return database.inEngineTransaction(
        handle -> {
          handle
              .createQuery(
                  """
                  update tasks set
                    state = case when owner is null then 'READY' else 'WAITING' end
                  where id = any(array(
                    select id from tasks
                    where state = 'SCHEDULED' and run_at <= clock_timestamp()
                    order by run_at limit :most for update skip locked))
                  returning queue""")
              .bind("most", AT_ONCE)
              .mapTo(String.class)
              .stream()
              .distinct()
              .forEach(queue -> ringAfter(handle, queue));
          return handle
              .createQuery(
                  """
                  select ceil(extract(epoch from run_at - clock_timestamp()) * 1000)::bigint
                  from tasks where state = 'SCHEDULED' order by run_at limit 1""")
              .mapTo(Long.class)
              .findOne()
              .map(millis -> Duration.ofMillis(Math.max(0, millis)));
        });
  }

  @Override
  public Claims claim(Wanted wanted) {
    return database.inEngineTransaction(
        handle -> {
          TaskMoves.byIndex(handle);
          var turns = takeTurns(handle, wanted);
          var tasks = new ArrayList<>(owned(handle, turns.tasks()));
          if (tasks.size() < wanted.most()) {
            tasks.addAll(ready(handle, wanted, wanted.most() - tasks.size()));
          }
          return new Claims(tasks, turns.untilNext());
        });
  }

  private static List<Task> ready(Handle handle, Wanted wanted, int most) {
    return handle
        .createQuery(CLAIM_READY)
        .bind("queue", wanted.queue())
        .bind("worker", wanted.worker())
        .bind("most", most)
        .map((row, _) -> task(row))
        .list();
  }

  private static Turns takeTurns(Handle handle, Wanted wanted) {
    if (wanted.mostOwned() <= 0) {
      return new Turns(List.of(), null);
    }
    var tasks = new ArrayList<Long>();
    var wait = new ArrayList<Duration>();
    handle
        .createQuery("select * from take_turns(:queue, :worker, :most, :among, :limits)")
        .bind("queue", wanted.queue())
        .bind("worker", wanted.worker())
        .bind("most", Math.min(wanted.mostOwned(), wanted.most()))
        .bind("among", wanted.most())
        .bind("limits", Json.of(asJson(wanted.limits())))
        .map((row, _) -> new Turn(row.getLong("task_id"), Columns.optionalMillis(row, "wait_ms")))
        .forEach(
            turn -> {
              if (turn.task() != 0) {
                tasks.add(turn.task());
              } else if (turn.untilFree() != null) {
                wait.add(turn.untilFree());
              }
            });
    return new Turns(tasks, wait.isEmpty() ? null : wait.getFirst());
  }

  private static Map<String, Object> asJson(RateLimits limits) {
    var json = new LinkedHashMap<String, Object>();
    limits
        .byClass()
        .forEach((name, each) -> json.put(name, each.stream().map(TaskClaims::asJson).toList()));
    return json;
  }

  private static Map<String, Object> asJson(RateLimit limit) {
    return Map.of("count", limit.count(), "seconds", limit.period().toMillis() / 1000.0);
  }

  private static List<Task> owned(Handle handle, List<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : handle
            .createQuery(
                "select " + COLUMNS + " from tasks where id = any(:ids) order by position, id")
            .bindArray("ids", Long.class, ids)
            .map((row, _) -> task(row))
            .list();
  }

  @Override
  public Set<Attempt> settle(List<Settlement> settlements) {
    return database.inEngineTransaction(
        handle -> {
          var moved = new TaskSettlements(TaskMoves.byIndex(handle)).record(settlements);
          moved(handle, moved);
          if (settlements.stream().anyMatch(Settlement.Again.class::isInstance)) {
            ringAfter(handle, Wakeups.ANYTHING); // something will be due
          }
          var settled = new HashSet<Attempt>();
          moved.forEach(task -> settled.add(task.asAttempt()));
          return settled;
        });
  }

  private void ringAfter(Handle handle, String queue) {
    handle.afterCommit(() -> bell.ring(queue));
  }

  /** Tokens come back, and whoever may have waited for that hears of it. */
  private void moved(Handle handle, List<Moved> moved) {
    TaskMoves.endTurns(handle, moved);
    moved.stream()
        .filter(Moved::concernsOthers)
        .map(Moved::queue)
        .distinct()
        .forEach(queue -> ringAfter(handle, queue));
  }

  @Override
  public void complete(Task task, Runnable writes) {
    newsroom.useTransaction(
        handle -> {
          writes.run();
          var done = new Settlement.Complete(new Attempt(task.id(), task.attempt()), "");
          var moved = new TaskSettlements(TaskMoves.byIndex(handle)).record(List.of(done));
          if (moved.isEmpty()) {
            throw new AttemptEnded(task.id(), task.attempt());
          }
          moved(handle, moved);
        });
  }

  @Override
  public int sweep(Retention retention) {
    return database.inEngineTransaction(
        handle -> {
          var swept = sweepFinished(handle, "state <> 'DEAD'", retention.finished());
          swept += sweepFinished(handle, "state = 'DEAD'", retention.dead());
          handle.execute("delete from turns where ended + period < clock_timestamp()");
          handle.execute("delete from holds where until < clock_timestamp()");
          handle.execute(
              """
              delete from queue_workers
              where lease_until < clock_timestamp() - interval '1 hour' and not exists (
                select from tasks where worker = queue_workers.id)""");
          return swept;
        });
  }

  private static int sweepFinished(Handle handle, String which, Duration age) {
    return handle
        .createQuery(
            """
            with old as (
              delete from finished_tasks where id = any(array(
                select id from finished_tasks
                where %s and ended <= clock_timestamp() - :age * interval '1 millisecond'
                order by ended limit 10000 for update skip locked))
              returning id),
            errors as (delete from task_errors where task_id in (select id from old))
            select count(*) from old"""
                .formatted(which))
        .bind("age", age.toMillis())
        .mapTo(Integer.class)
        .one();
  }

  private record Turn(long task, @Nullable Duration untilFree) {}

  private record Turns(List<Long> tasks, @Nullable Duration untilNext) {}

  /** By the places of the columns, which is cheaper than by their names. */
  private static Task task(ResultSet row) throws SQLException {
    return new Task(
        row.getLong(1),
        row.getInt(2),
        row.getString(3),
        row.getString(4),
        row.getString(12),
        row.getString(5),
        optionalInt(row, 6),
        optionalMillis(row, 7),
        new Task.Past(
            row.getObject(11, OffsetDateTime.class).toInstant(),
            row.getInt(8),
            row.getInt(9),
            row.getInt(10)));
  }

  private static @Nullable Integer optionalInt(ResultSet row, int column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  private static @Nullable Duration optionalMillis(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : Duration.ofMillis(value);
  }
}
