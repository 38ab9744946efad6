package dev.nashra.store;

import dev.nashra.worker.WorkerRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This worker's row in the table {@code workers}. It is alive as long as it renews its lease and
 * holds its lock, which the server releases when the connection is gone.
 */
public final class WorkerTable implements WorkerRegistry {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerTable.class);

  /** The first key of the workers' locks; {@code is_alive} in the schema knows it too. */
  private static final int LOCK = 28_275;

  private final Database database;
  private final long id;

  /** Holds the lock; null until the first sign of life and after a failure. Guarded by this. */
  private @Nullable Handle connection;

  /** Guarded by this. */
  private boolean isLocked;

  private WorkerTable(Database database, long id) {
    this.database = database;
    this.id = id;
  }

  /**
   * Makes a worker known, and gives its first sign of life.
   *
   * @param name host and process
   */
  public static WorkerTable join(Database database, String name) {
    var id =
        database.inEngineTransaction(
            handle ->
                handle
                    .createQuery(
                        """
                        insert into workers (name, lease_until, mode, mode_origin)
                        values (:name, clock_timestamp() + cast(:lease as interval), '', '')
                        returning id""")
                    .bind("name", name)
                    .bind("lease", LEASE.toString())
                    .mapTo(Long.class)
                    .one());
    var table = new WorkerTable(database, id);
    table.hold();
    return table;
  }

  /** The number by which its claims are told from others'. */
  public long id() {
    return id;
  }

  /** Whether no other worker is alive. */
  public boolean isAlone() {
    return database.inEngineTransaction(
        handle ->
            handle
                .createQuery(
                    "select not exists (select 1 from workers w where id <> :id and is_alive(w))")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
  }

  /** The mode that an operator switched to since this worker started. */
  public Optional<String> switchedMode() {
    return database.inEngineTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    select s.mode from mode_switch s join workers w on w.id = :id
                    where s.switched > w.started""")
                .bind("id", id)
                .mapTo(String.class)
                .findOne());
  }

  /** Records the mode of the cycle that begins, and where it was said. */
  public void usesMode(String mode, String origin) {
    database.inEngineTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    update workers set mode = :mode, mode_origin = :origin,
                      mode_since = clock_timestamp()
                    where id = :id and (mode, mode_origin) is distinct from (:mode, :origin)""")
                .bind("mode", mode)
                .bind("origin", origin)
                .bind("id", id)
                .execute());
  }

  @Override
  public synchronized Set<Long> beat(Status status, Map<Long, Duration> progressed) {
    var handle = hold();
    try {
      return handle.inTransaction(h -> beat(h, status, progressed));
    } catch (RuntimeException e) {
      letGo();
      throw e;
    }
  }

  private Set<Long> beat(Handle handle, Status status, Map<Long, Duration> progressed) {
    handle
        .createUpdate(
            """
            update workers set seen = clock_timestamp(), draining = :draining, stuck = :stuck,
              lease_until = clock_timestamp() + cast(:lease as interval)
            where id = :id""")
        .bind("draining", status.draining())
        .bindArray("stuck", String.class, status.stuck().toArray())
        .bind("lease", LEASE.toString())
        .bind("id", id)
        .execute();
    progressed.forEach((run, age) -> progressed(handle, run, age));
    return new HashSet<>(
        handle
            .createQuery(
                "select id from runs where worker_id = :id and state in ('WAITING', 'RUNNING')")
            .bind("id", id)
            .mapTo(Long.class)
            .list());
  }

  /** Never waits: a transaction of the run holds its row, perhaps for long. */
  private static void progressed(Handle handle, long run, Duration age) {
    handle
        .createUpdate(
            """
            update runs set progressed = clock_timestamp() - cast(:age as interval)
            where id = (
              select id from runs where id = :id and state = 'RUNNING'
              for no key update skip locked)""")
        .bind("age", age.toString())
        .bind("id", run)
        .execute();
  }

  /** A connection of its own, which no busy pool keeps waiting. */
  private synchronized Handle hold() {
    var held = connection;
    if (held == null) {
      held = database.openHandle();
      connection = held;
      isLocked = false;
    }
    if (!isLocked) {
      isLocked = tryLock(held);
    }
    return held;
  }

  /** Until the server notices that this worker's last connection is gone, that has the lock. */
  private boolean tryLock(Handle handle) {
    return handle
        .createQuery("select pg_try_advisory_lock(:lock, :id)")
        .bind("lock", LOCK)
        .bind("id", Math.toIntExact(id))
        .mapTo(Boolean.class)
        .one();
  }

  private void letGo() {
    var held = connection;
    connection = null;
    if (held == null) {
      return;
    }
    try (held) {
      held.execute("select pg_advisory_unlock_all()");
    } catch (JdbiException e) {
      LOG.debug("The lock went with its connection", e);
    }
  }

  @Override
  public synchronized void leave() {
    try {
      database.inEngineTransaction(
          handle ->
              handle
                  .createUpdate("update workers set ended = clock_timestamp() where id = :id")
                  .bind("id", id)
                  .execute());
    } finally {
      letGo();
    }
  }
}
