package dev.nashra.store;

import dev.nashra.queue.QueueHealth;
import dev.nashra.queue.QueueHealth.HeldOwner;
import dev.nashra.queue.QueueHealth.QueueLength;
import dev.nashra.queue.QueueHealth.WorkerLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** How the queues are doing, as the tables say. */
final class HealthQuery {
  /** The last minute is taken from as many of the newest, so that a look costs little. */
  private static final int SAMPLE = 10_000;

  private static final String LENGTHS =
      """
      with live as (
        select queue,
          count(*) filter (where state = 'SCHEDULED') scheduled,
          count(*) filter (where state = 'READY') ready,
          count(*) filter (where state = 'WAITING') waiting,
          count(*) filter (where state = 'RUNNING') running,
          extract(epoch from clock_timestamp() - min(run_at) filter (where state = 'READY')) oldest
        from tasks group by queue),
      dead as (select queue, count(*) dead from finished_tasks where state = 'DEAD' group by queue),
      newest as (
        select queue, started, ended from finished_tasks
        where state = 'DONE' and ended > clock_timestamp() - interval '1 minute'
        order by ended desc limit %1$d),
      sample as (
        select case when count(*) < %1$d then 1
          else 60 / greatest(0.001, extract(epoch from clock_timestamp() - min(ended))) end scale
        from newest),
      recent as (
        select queue, round(count(*) * max(scale)) done,
          avg(extract(epoch from ended - started)) seconds
        from newest cross join sample group by queue),
      failed as (
        select coalesce(t.queue, f.queue) queue, count(*) failed from task_errors e
        left join tasks t on t.id = e.task_id left join finished_tasks f on f.id = e.task_id
        where e.occurred > clock_timestamp() - interval '1 minute' group by 1),
      names as (
        select queue from live union select queue from dead union select queue from recent
        union select name from queues union select unnest(queues) from queue_workers)
      select n.queue, coalesce(q.paused, false) paused, scheduled, ready, waiting, running, dead,
        done, seconds, failed, (oldest * 1000)::bigint oldest_ms
      from names n left join queues q on q.name = n.queue left join live using (queue)
      left join dead using (queue) left join recent using (queue) left join failed using (queue)
      order by n.queue"""
          .formatted(SAMPLE);

  private final Handle handle;

  HealthQuery(Handle handle) {
    this.handle = handle;
  }

  QueueHealth run() {
    return new QueueHealth(now(), lengths(), workers(), held());
  }

  private Instant now() {
    return handle
        .createQuery("select clock_timestamp()")
        .mapTo(OffsetDateTime.class)
        .one()
        .toInstant();
  }

  private List<QueueLength> lengths() {
    return handle.createQuery(LENGTHS).map((row, _) -> length(row)).list();
  }

  private static QueueLength length(ResultSet row) throws SQLException {
    return new QueueLength(
        row.getString("queue"),
        row.getBoolean("paused"),
        row.getLong("scheduled"),
        row.getLong("ready"),
        row.getLong("waiting"),
        row.getLong("running"),
        row.getLong("dead"),
        new QueueHealth.LastMinute(
            row.getLong("done"),
            row.getLong("failed"),
            Duration.ofNanos((long) (row.getDouble("seconds") * 1e9))),
        Columns.optionalMillis(row, "oldest_ms"));
  }

  private List<WorkerLine> workers() {
    return handle
        .createQuery(
            """
            select *, (extract(epoch from clock_timestamp() - heartbeat) * 1000)::bigint since,
              (extract(epoch from lease_until - clock_timestamp()) * 1000)::bigint lease_left
            from queue_workers order by id""")
        .map(
            (row, _) ->
                new WorkerLine(
                    row.getLong("id"),
                    row.getString("name"),
                    Columns.texts(row, "queues"),
                    row.getInt("slots"),
                    row.getInt("running"),
                    Columns.instant(row, "started"),
                    Duration.ofMillis(row.getLong("since")),
                    Duration.ofMillis(row.getLong("lease_left"))))
        .list();
  }

  private List<HeldOwner> held() {
    return handle
        .createQuery(
            """
            select owner, count(*) waiting,
              (extract(epoch from max(h.until) - clock_timestamp()) * 1000)::bigint left_ms
            from tasks t left join holds h on h.key = t.owner and h.until > clock_timestamp()
            where state = 'WAITING' group by owner order by 2 desc, 1 limit 50""")
        .map(
            (row, _) ->
                new HeldOwner(
                    row.getString("owner"),
                    row.getLong("waiting"),
                    Columns.optionalMillis(row, "left_ms")))
        .list();
  }
}
