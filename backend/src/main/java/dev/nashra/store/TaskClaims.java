package dev.nashra.store;

import dev.nashra.queue.Attempt;
import dev.nashra.queue.AttemptEnded;
import dev.nashra.queue.Settlement;
import dev.nashra.queue.Task;
import dev.nashra.queue.TaskStore;
import dev.nashra.queue.Wakeups;
import dev.nashra.store.TaskMoves.Moved;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The tables {@code tasks}, {@code queue_workers} and {@code turns}, for whoever works. All times
 * are the database's.
 */
public final class TaskClaims implements TaskStore {
  private static final int AT_ONCE = 1000;

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
    return database.inEngineStatement(handle -> new ClaimQuery(handle, wanted).run());
  }

  @Override
  public Set<Attempt> settle(List<Settlement> settlements) {
    var moved =
        settlements.stream().allMatch(Settlement.Complete.class::isInstance)
            ? complete(settlements)
            : settleAll(settlements);
    var settled = new HashSet<Attempt>();
    moved.forEach(task -> settled.add(task.asAttempt()));
    return settled;
  }

  /** What most attempts come to, in one statement by itself. */
  private List<Moved> complete(List<Settlement> settlements) {
    var moved =
        database.inEngineStatement(handle -> new TaskSettlements(handle).record(settlements));
    concerned(moved).forEach(bell::ring);
    return moved;
  }

  private List<Moved> settleAll(List<Settlement> settlements) {
    return database.inEngineTransaction(
        handle -> {
          var moved = new TaskSettlements(TaskMoves.byNumber(handle)).record(settlements);
          moved(handle, moved);
          if (settlements.stream().anyMatch(Settlement.Again.class::isInstance)) {
            ringAfter(handle, Wakeups.LATER);
          }
          return moved;
        });
  }

  private void ringAfter(Handle handle, String queue) {
    handle.afterCommit(() -> bell.ring(queue));
  }

  /** Tokens come back, and whoever may have waited for that hears of it. */
  private void moved(Handle handle, List<Moved> moved) {
    TaskMoves.endTurns(handle, moved);
    concerned(moved).forEach(queue -> ringAfter(handle, queue));
  }

  /** The queues in which others of an owner may have waited for this. */
  private static List<String> concerned(List<Moved> moved) {
    return moved.stream().filter(Moved::concernsOthers).map(Moved::queue).distinct().toList();
  }

  @Override
  public void complete(Task task, Runnable writes) {
    newsroom.useTransaction(
        handle -> {
          writes.run();
          var done = new Settlement.Complete(new Attempt(task.id(), task.attempt()), "");
          var moved = new TaskSettlements(handle).record(List.of(done));
          if (moved.isEmpty()) {
            throw new AttemptEnded(task.id(), task.attempt());
          }
          moved(handle, moved);
        });
  }

  @Override
  public boolean isOutage(Throwable thrown) {
    return Outage.isCauseOf(thrown);
  }

  @Override
  public int sweep(Retention retention) {
    return database.inEngineTransaction(handle -> new TaskSweep(handle).run(retention));
  }
}
