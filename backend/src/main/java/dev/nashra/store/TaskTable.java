package dev.nashra.store;

import dev.nashra.queue.Added;
import dev.nashra.queue.NewTask;
import dev.nashra.queue.TaskQueue;
import dev.nashra.queue.Wakeups;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code tasks}, for whoever adds to it. */
public final class TaskTable implements TaskQueue {
  /** Sorted by unique key, so that two who add the same keys wait for each other in one order. */
  private static final String ADD =
      """
      insert into tasks (queue, kind, payload, state, position, run_at, priority, unique_key, owner,
        max_attempts, timeout_ms, created)
      select queue, kind, payload,
        case when due > now then 'SCHEDULED' when owner is null then 'READY' else 'WAITING' end,
        due - priority * interval '1 minute' + place * interval '1 microsecond',
        due, priority, unique_key, owner, max_attempts, timeout_ms, now
      from (
        select n.*, c.now, greatest(c.now + delay_ms * interval '1 millisecond', start_at) due
        from unnest(
            :queues::text[], :kinds::text[], :payloads::text[], :priorities::smallint[],
            :delays::bigint[], :starts::timestamptz[], :keys::text[], :owners::text[],
            :attempts::smallint[], :timeouts::bigint[])
          with ordinality n (queue, kind, payload, priority, delay_ms, start_at, unique_key, owner,
            max_attempts, timeout_ms, place)
        cross join (select clock_timestamp() now) c) n
      order by unique_key nulls first, kind, place
      on conflict (kind, unique_key) where unique_key is not null do nothing
      returning id, kind, unique_key""";

  private final Database database;
  private final TaskBell bell;

  public TaskTable(Database database, TaskBell bell) {
    this.database = database;
    this.bell = bell;
  }

  @Override
  public List<Added> addAll(List<NewTask> tasks) {
    if (tasks.isEmpty()) {
      return List.of();
    }
    var rings = tasks.stream().flatMap(TaskTable::rings).distinct().toList();
    Runnable ring = () -> rings.forEach(bell::ring);
    return isOneStatement(tasks)
        ? database.inStatement(handle -> new Adding(handle, tasks).run(), ring)
        : database.inTransaction(
            handle -> {
              handle.afterCommit(ring);
              return new Adding(handle, tasks).run();
            });
  }

  /** What workers are to hear of a task: a time that was given may have passed, or may not. */
  private static Stream<String> rings(NewTask task) {
    if (!task.start().delay().isZero()) {
      return Stream.of(Wakeups.LATER);
    }
    return task.start().at() == null
        ? Stream.of(task.queue())
        : Stream.of(task.queue(), Wakeups.LATER);
  }

  /** With unique keys there may be more to ask. */
  private static boolean isOneStatement(List<NewTask> tasks) {
    return tasks.stream().allMatch(task -> task.uniqueKey() == null);
  }

  @Override
  public boolean cancel(long id) {
    return database.inTransaction(
        handle -> {
          var ended =
              handle
                  .createQuery(
                      TaskMoves.FINISH.formatted("where t.id = :id", "CANCELLED", "null::text", 0))
                  .bind("id", id)
                  .map((row, _) -> TaskMoves.Moved.of(row))
                  .findOne();
          ended.ifPresent(
              task -> {
                TaskMoves.endTurns(handle, List.of(task));
                handle.afterCommit(() -> bell.ring(Wakeups.TAKEN_BACK));
              });
          return ended.isPresent();
        });
  }

  /** One statement, and what its rows mean for the tasks that were given. */
  private static final class Adding {
    private final Handle handle;
    private final List<NewTask> tasks;
    private final List<Long> unkeyed = new ArrayList<>();
    private final Map<Key, Long> keyed = new HashMap<>();

    Adding(Handle handle, List<NewTask> tasks) {
      this.handle = handle;
      this.tasks = tasks;
    }

    List<Added> run() {
      insert(tasks);
      var added = new ArrayList<Added>();
      var ids = unkeyed.iterator();
      for (var task : tasks) {
        added.add(result(task, ids));
      }
      return added;
    }

    private Added result(NewTask task, Iterator<Long> ids) {
      var uniqueKey = task.uniqueKey();
      if (uniqueKey == null) {
        return new Added(ids.next(), true);
      }
      var key = new Key(task.kind(), uniqueKey);
      var fresh = keyed.remove(key);
      if (fresh != null) {
        return new Added(fresh, true);
      }
      return live(key).map(id -> new Added(id, false)).orElseGet(() -> again(task, key));
    }

    private Optional<Long> live(Key key) {
      return handle
          .createQuery("select id from tasks where kind = :kind and unique_key = :key")
          .bind("kind", key.kind())
          .bind("key", key.uniqueKey())
          .mapTo(Long.class)
          .findOne();
    }

    /** The live one ended while we looked for it, so the key is free again. */
    private Added again(NewTask task, Key key) {
      insert(List.of(task));
      var fresh = keyed.remove(key);
      return fresh != null
          ? new Added(fresh, true)
          : live(key).map(id -> new Added(id, false)).orElseGet(() -> again(task, key));
    }

    private void insert(List<NewTask> some) {
      handle
          .createQuery(ADD)
          .bindArray("queues", String.class, column(some, NewTask::queue))
          .bindArray("kinds", String.class, column(some, NewTask::kind))
          .bindArray("payloads", String.class, column(some, NewTask::payload))
          .bindArray("priorities", Integer.class, column(some, task -> task.start().priority()))
          .bindArray("delays", Long.class, column(some, task -> task.start().delay().toMillis()))
          .bindArray("starts", OffsetDateTime.class, column(some, task -> time(task.start().at())))
          .bindArray("keys", String.class, column(some, NewTask::uniqueKey))
          .bindArray("owners", String.class, column(some, NewTask::owner))
          .bindArray("attempts", Integer.class, column(some, task -> task.bounds().attempts()))
          .bindArray("timeouts", Long.class, column(some, task -> millis(task.bounds().timeout())))
          .map((row, _) -> new Inserted(row.getLong(1), row.getString(2), row.getString(3)))
          .forEach(this::note);
    }

    private void note(Inserted row) {
      if (row.uniqueKey() == null) {
        unkeyed.add(row.id());
      } else {
        keyed.put(new Key(row.kind(), row.uniqueKey()), row.id());
      }
    }

    private static <T> @Nullable Object[] column(
        List<NewTask> tasks, Function<NewTask, @Nullable T> value) {
      return tasks.stream().map(value).toArray();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
      return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
      return duration == null ? null : duration.toMillis();
    }
  }

  private record Key(String kind, String uniqueKey) {
    Key {
      Objects.requireNonNull(uniqueKey);
    }
  }

  private record Inserted(long id, String kind, @Nullable String uniqueKey) {}
}
