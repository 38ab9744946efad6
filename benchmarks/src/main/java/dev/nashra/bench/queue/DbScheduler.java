package dev.nashra.bench.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import dev.nashra.config.DatabaseUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** db-scheduler with the settings that its documentation gives for high throughput. */
final class DbScheduler implements Contender {
  private static final String TABLE =
      """
      create table if not exists scheduled_tasks (
        task_name text not null, task_instance text not null, task_data bytea,
        execution_time timestamptz, picked boolean not null, picked_by text,
        last_success timestamptz, last_failure timestamptz, consecutive_failures int,
        last_heartbeat timestamptz, version bigint not null, priority smallint, state text,
        primary key (task_name, task_instance));
      create index if not exists due on scheduled_tasks (execution_time);
      create index if not exists beat on scheduled_tasks (last_heartbeat)""";

  private final HikariDataSource pool;
  private final boolean locksWhileFetching;
  private final OneTimeTask<Void> task = Tasks.oneTime("noop").execute((_, _) -> Ran.mark());
  private final SchedulerClient client;
  private Scheduler scheduler;

  DbScheduler(DatabaseUrl url, boolean locksWhileFetching) {
    this.pool = Pools.of(url);
    this.locksWhileFetching = locksWhileFetching;
    Pools.execute(pool, TABLE);
    client = SchedulerClient.Builder.create(pool, task).build();
  }

  @Override
  public void add(int number) {
    var into = scheduler == null ? client : scheduler; // the scheduler itself can begin at once
    into.scheduleIfNotExists(task.instance("n" + number), Instant.now());
  }

  @Override
  public void addElsewhere(int number) {
    client.scheduleIfNotExists(task.instance("n" + number), Instant.now());
  }

  @Override
  public void addBatch(int from, int count) {
    var instances = new ArrayList<TaskInstance<?>>(count);
    for (var i = from; i < from + count; i++) {
      instances.add(task.instance("n" + i));
    }
    client.scheduleBatch(List.copyOf(instances), Instant.now());
  }

  @Override
  public void start(int workers) {
    var builder =
        Scheduler.create(pool, task)
            .threads(workers)
            .pollingInterval(Duration.ofMillis(50))
            .enableImmediateExecution();
    builder =
        locksWhileFetching
            ? builder.pollUsingLockAndFetch(4.0, 20.0)
            : builder.pollUsingFetch(4.0, 20.0);
    scheduler = builder.build();
    scheduler.start();
  }

  @Override
  public void stop() {
    scheduler.stop();
    scheduler = null;
  }

  @Override
  public boolean isEmpty() {
    return Pools.ask(pool, "select not exists (select from scheduled_tasks)");
  }

  @Override
  public void close() {
    pool.close();
  }
}
