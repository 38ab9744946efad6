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
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Claims tasks of a queue: first those of owners whose turn it is, then those that are nobody's.
 */
final class ClaimQuery {
  private static final String CLAIM =
      "select * from claim_tasks(:queue, :worker, :most, :mostOwned, :mostBytes, :limits)";

  private final Handle handle;
  private final Wanted wanted;

  ClaimQuery(Handle handle, Wanted wanted) {
    this.handle = handle;
    this.wanted = wanted;
  }

  Claims run() {
    var tasks = new ArrayList<Task>();
    var wait = new ArrayList<Duration>();
    handle
        .createQuery(CLAIM)
        .bind("queue", wanted.queue())
        .bind("worker", wanted.worker())
        .bind("most", wanted.most())
        .bind("mostOwned", wanted.mostOwned())
        .bind("mostBytes", Task.MOST_PAYLOAD_BYTES)
        .bind("limits", Json.of(asJson(wanted.limits())))
        .map((row, _) -> new Row(optionalTask(row), optionalMillis(row, 12)))
        .forEach(
            row -> {
              if (row.task() != null) {
                tasks.add(row.task());
              } else if (row.untilMore() != null) {
                wait.add(row.untilMore());
              }
            });
    return new Claims(tasks, wait.isEmpty() ? null : wait.getFirst());
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

  private record Row(@Nullable Task task, @Nullable Duration untilMore) {}

  /** By the places of the columns, which is cheaper than by their names. */
  private @Nullable Task optionalTask(ResultSet row) throws SQLException {
    var id = row.getLong(1);
    return row.wasNull()
        ? null
        : new Task(
            id,
            row.getInt(2),
            wanted.queue(),
            row.getString(3),
            row.getString(11),
            row.getString(4),
            optionalInt(row, 5),
            optionalMillis(row, 6),
            new Task.Past(
                row.getObject(10, OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong(13)),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9)));
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
