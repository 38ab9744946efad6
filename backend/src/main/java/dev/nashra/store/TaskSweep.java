package dev.nashra.store;

import dev.nashra.queue.TaskStore.Retention;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/** Removes traces of the past that nobody needs any more. */
final class TaskSweep {
  private final Handle handle;

  TaskSweep(Handle handle) {
    this.handle = handle;
  }

  /** Gives how many finished tasks it removed: at most some thousands at once. */
  int run(Retention retention) {
    var swept = sweepFinished("state <> 'DEAD'", retention.finished());
    swept += sweepFinished("state = 'DEAD'", retention.dead());
    handle.execute("delete from turns where ended + period < clock_timestamp()");
    handle.execute("delete from holds where until < clock_timestamp()");
    handle.execute(
        """
        delete from queue_workers
        where lease_until < clock_timestamp() - interval '1 hour'
          and not exists (select from tasks where worker = queue_workers.id)""");
    return swept;
  }

  private int sweepFinished(String which, Duration age) {
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
}
