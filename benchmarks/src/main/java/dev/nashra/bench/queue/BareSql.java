package dev.nashra.bench.queue;

import com.zaxxer.hikari.HikariDataSource;
import dev.nashra.config.DatabaseUrl;
import dev.nashra.store.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The floor that does the same bookkeeping: on our own tables the same rows change in the same way,
 * in batches. A claim counts the attempt up and writes worker and time, in the queue's order; an
 * end is recorded only for the attempt that still holds its task, and moves the row with a note to
 * the finished ones. Batches are of the size that is fastest here. Around it there is nothing: no
 * lease, owners, limits, pauses, wake-up or timeouts, and payloads are not read as JSON.
 */
final class BareSql implements Contender {
  private static final int BATCH = 500;
  private static final String CLAIM =
      """
      update tasks set state = 'RUNNING', attempt = attempt + 1, worker = 1,
        started = clock_timestamp()
      where id = any(array(select id from tasks where queue = 'default' and state = 'READY'
        order by position, id limit 500 for update skip locked))
      returning id, attempt, kind, payload""";
  private static final String COMPLETE =
      """
      with ended as (
        delete from tasks t using unnest(?, ?, ?) s (id, attempt, note)
        where t.id = s.id and t.attempt = s.attempt and t.state = 'RUNNING' returning t.*, s.note)
      insert into finished_tasks (id, queue, kind, payload, state, priority, unique_key, owner,
        max_attempts, timeout_ms, attempt, failures, rescues, worker, started, created, ended, note)
      select id, queue, kind, payload, 'DONE', priority, unique_key, owner, max_attempts, timeout_ms,
        attempt, failures, rescues, worker, started, created, clock_timestamp(), note from ended""";

  /**
   * What ours has in its functions; without it the planner reads all that waits for every batch.
   */
  private static final String PLANS =
      """
      set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off;
      set plan_cache_mode = force_custom_plan""";

  private static final String ADD =
      """
      insert into tasks (queue, kind, payload, state, position, run_at, created)
      select 'default', 'noop', p, 'READY', now(), now(), now() from unnest(?) p""";

  private final HikariDataSource pool;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;

  BareSql(DatabaseUrl url) {
    Database.open(url, 2).close(); // makes the tables
    pool = Pools.of(url);
  }

  @Override
  public void add(int number) {
    addBatch(number, 1);
  }

  @Override
  public void addBatch(int from, int count) {
    try (var connection = pool.getConnection();
        var statement = connection.prepareStatement(ADD)) {
      var payloads =
          IntStream.range(from, from + count).mapToObj(i -> "{\"number\":" + i + "}").toArray();
      statement.setArray(1, connection.createArrayOf("text", payloads));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void start(int workers) {
    running = true;
    for (var i = 0; i < workers; i++) {
      threads.add(Thread.ofPlatform().start(this::work));
    }
  }

  private void work() {
    try (var connection = pool.getConnection();
        var plans = connection.createStatement();
        var claim = connection.prepareStatement(CLAIM);
        var complete = connection.prepareStatement(COMPLETE)) {
      plans.execute(PLANS);
      while (running) {
        if (!workOnce(connection, claim, complete)) {
          Thread.sleep(1);
        }
      }
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean workOnce(
      Connection connection, PreparedStatement claim, PreparedStatement complete)
      throws SQLException {
    var ids = new ArrayList<Long>(BATCH);
    var attempts = new ArrayList<Integer>(BATCH);
    try (var rows = claim.executeQuery()) {
      while (rows.next()) {
        Ran.mark();
        ids.add(rows.getLong(1));
        attempts.add(rows.getInt(2));
      }
    }
    if (ids.isEmpty()) {
      return false;
    }
    complete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
    complete.setArray(2, connection.createArrayOf("integer", attempts.toArray()));
    complete.setArray(3, connection.createArrayOf("text", ids.stream().map(_ -> "").toArray()));
    complete.executeUpdate();
    return true;
  }

  @Override
  public void stop() {
    running = false;
    threads.forEach(Pools::join);
    threads.clear();
  }

  @Override
  public boolean isEmpty() {
    return Pools.ask(pool, "select not exists (select from tasks)");
  }

  @Override
  public void close() {
    pool.close();
  }
}
