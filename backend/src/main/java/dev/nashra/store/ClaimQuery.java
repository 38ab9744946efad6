package dev.nashra.store;

import dev.nashra.queue.RateLimit;
import dev.nashra.queue.RateLimits;
import dev.nashra.queue.Task;
import dev.nashra.queue.TaskStore.Claims;
import dev.nashra.queue.TaskStore.Wanted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Claims tasks of a queue: first those of owners whose turn it is, then those that are nobody's.
 */
final class ClaimQuery {
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

  private final Handle handle;
  private final Wanted wanted;

  ClaimQuery(Handle handle, Wanted wanted) {
    this.handle = handle;
    this.wanted = wanted;
  }

  Claims run() {
    var turns = takeTurns();
    var tasks = new ArrayList<>(owned(turns.tasks()));
    if (tasks.size() < wanted.most()) {
      tasks.addAll(ready(wanted.most() - tasks.size()));
    }
    return new Claims(tasks, turns.untilNext());
  }

  private List<Task> ready(int most) {
    return handle
        .createQuery(CLAIM_READY)
        .bind("queue", wanted.queue())
        .bind("worker", wanted.worker())
        .bind("most", most)
        .map((row, _) -> task(row))
        .list();
  }

  private Turns takeTurns() {
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
        .forEach((name, each) -> json.put(name, each.stream().map(ClaimQuery::asJson).toList()));
    return json;
  }

  private static Map<String, Object> asJson(RateLimit limit) {
    return Map.of("count", limit.count(), "seconds", limit.period().toMillis() / 1000.0);
  }

  private List<Task> owned(List<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : handle
            .createQuery(
                "select " + COLUMNS + " from tasks where id = any(:ids) order by position, id")
            .bindArray("ids", Long.class, ids)
            .map((row, _) -> task(row))
            .list();
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
