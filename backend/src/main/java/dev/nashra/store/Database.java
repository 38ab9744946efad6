package dev.nashra.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.nashra.config.DatabaseUrl;
import dev.nashra.queue.Attempt;
import dev.nashra.store.Sessions.Limits;
import dev.nashra.time.Cancellation;
import dev.nashra.worker.CurrentRun;
import dev.nashra.worker.Run;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database: a bounded pool, and transactions that belong to a run or to an attempt at a task.
 *
 * <p>Such a transaction first proves that its run is still {@code RUNNING}, or that its attempt
 * still holds the task, and keeps it from ending before the commit; its statement is cancelled when
 * the run or attempt is stopped. Transactions inside a transaction are one with it.
 */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private final Map<Handle, Long> openInRuns = new ConcurrentHashMap<>();
  private final Sessions sessions;
  private final Migrations migrations;
  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final boolean ownsPool;

  private Database(Sessions sessions, HikariDataSource pool) {
    this(sessions, pool, Jdbi.create(pool), true);
  }

  private Database(Sessions sessions, HikariDataSource pool, Jdbi jdbi, boolean ownsPool) {
    this.sessions = sessions;
    this.migrations = new Migrations(sessions.url());
    this.pool = pool;
    this.jdbi = jdbi.installPlugin(new PostgresPlugin());
    this.ownsPool = ownsPool;
    // Statements come with their values, which are whole articles; the stack says which it was.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    jdbi.registerColumnMapper(new JsonColumn());
    jdbi.registerArgument(new JsonArgument());
  }

  /**
   * Opens the pool and brings the schema up to date, under Flyway's lock.
   *
   * @throws DatabaseUnavailable when nothing answers at the address
   */
  public static Database open(DatabaseUrl url, int maxPoolSize) {
    var database = openUnchanged(url, maxPoolSize);
    try {
      database.migrations.run();
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Opens the pool and leaves the schema as it is: for a look from outside.
   *
   * @throws DatabaseUnavailable when nothing answers at the address
   */
  public static Database openUnchanged(DatabaseUrl url) {
    return openUnchanged(url, 2);
  }

  static Database openUnchanged(DatabaseUrl url, int maxPoolSize) {
    return openUnchanged(url, maxPoolSize, Limits.OF_NEWSROOM);
  }

  static Database openUnchanged(DatabaseUrl url, int maxPoolSize, Limits limits) {
    var sessions = new Sessions(url, limits);
    return new Database(sessions, sessions.pool("database", maxPoolSize));
  }

  /**
   * A few more connections to the same database for a worker of queues, so that its heartbeat waits
   * for nobody, and that notice when the network swallows an answer.
   */
  public Database forQueues(int connections) {
    return with(Limits.OF_QUEUES, "queues", connections);
  }

  /**
   * A few more connections to the same database for requests that somebody waits for: they neither
   * wait behind the newsroom's work nor for a database that is away.
   */
  public Database forRequests(int connections) {
    return with(Limits.OF_REQUESTS, "requests", connections);
  }

  private Database with(Limits limits, String name, int connections) {
    var others = new Sessions(sessions.url(), limits);
    return new Database(others, others.pool(name, connections));
  }

  /** The same database over connections and transactions of another kind. */
  Database through(ConnectionFactory connections, TransactionHandler transactions) {
    var other = Jdbi.create(connections);
    other.setTransactionHandler(transactions);
    return new Database(sessions, pool, other, false);
  }

  /** What runs here, and how far its schema is. */
  public Schema schema() {
    var server =
        jdbi.withHandle(
            handle -> handle.createQuery("show server_version").mapTo(String.class).one());
    return new Schema(server, migrations.version().orElse(null), migrations.pending());
  }

  /** Does the work in one transaction and gives what it returns. */
  public <T> T inTransaction(Function<Handle, T> work) {
    return jdbi.inTransaction(
        handle -> {
          try (var _ = Cancellation.current().onCancel(() -> cancelStatement(handle))) {
            Attempt.current().ifPresent(attempt -> Fence.proveHeld(handle, attempt));
            var run = CurrentRun.get();
            return run.isPresent() ? inRun(run.get(), handle, work) : work.apply(handle);
          }
        });
  }

  private <T> T inRun(Run run, Handle handle, Function<Handle, T> work) {
    // A transaction inside another one has its handle; the outer one goes on after it.
    boolean isOuter = openInRuns.putIfAbsent(handle, run.id()) == null;
    try {
      Fence.proveRunning(handle, run);
      return work.apply(handle);
    } finally {
      if (isOuter) {
        openInRuns.remove(handle);
      }
    }
  }

  /** Ends the transactions of a run from outside, for code that ignores everything else. */
  void cutOff(long runId) {
    openInRuns.forEach(
        (handle, run) -> {
          if (run == runId) {
            LOG.warn("Cutting off a transaction of run {}", runId);
            abort(handle);
          }
        });
  }

  /** At both ends: a server that is busy with a statement does not notice that nobody listens. */
  private void abort(Handle handle) {
    try {
      var connection = handle.getConnection();
      var backend = connection.unwrap(PGConnection.class).getBackendPID();
      connection.abort(Runnable::run);
      this.<Integer>inEngineTransaction(
          engine -> engine.execute("select pg_terminate_backend(?)", backend));
    } catch (SQLException e) {
      LOG.debug("The connection was given back meanwhile", e);
    }
  }

  /** Does the work in one transaction. */
  public void useTransaction(Consumer<Handle> work) {
    this.<Boolean>inTransaction(
        handle -> {
          work.accept(handle);
          return true;
        });
  }

  /**
   * Does the work in a transaction that belongs to no run: for the records of the runs themselves.
   */
  <T> T inEngineTransaction(Function<Handle, T> work) {
    return jdbi.inTransaction(work::apply);
  }

  /** The same for one statement, which saves the ways to the server around it. */
  <T> T inEngineStatement(Function<Handle, T> work) {
    return jdbi.withHandle(work::apply);
  }

  /** A connection of the pool, as a library wants it that knows nothing of runs. */
  Connection connection() throws SQLException {
    return pool.getConnection();
  }

  /** How busy the pool is. */
  public Pool pool() {
    var state = pool.getHikariPoolMXBean();
    return new Pool(
        state.getActiveConnections(),
        state.getIdleConnections(),
        state.getThreadsAwaitingConnection(),
        pool.getMaximumPoolSize());
  }

  /**
   * The state of the pool.
   *
   * @param waiting threads that want a connection
   */
  public record Pool(int active, int idle, int waiting, int most) {}

  /**
   * Does one statement: in the transaction around the call when there is one or must be one, else
   * by itself, which saves the way to the server for the commit.
   *
   * @param afterCommit what follows when the statement's effect is there to see
   */
  <T> T inStatement(Function<Handle, T> work, Runnable afterCommit) {
    return jdbi.withHandle(
        handle -> {
          if (handle.isInTransaction()
              || CurrentRun.get().isPresent()
              || Attempt.current().isPresent()) {
            return inTransaction(
                inside -> {
                  inside.afterCommit(afterCommit);
                  return work.apply(inside);
                });
          }
          var result = work.apply(handle);
          afterCommit.run();
          return result;
        });
  }

  /** A connection for as long as the caller keeps it. */
  Handle openHandle() {
    return jdbi.open();
  }

  /** A connection outside the pool, for as long as the caller keeps it. */
  Connection connectAlone(Duration patience) throws SQLException {
    return sessions.alone(patience);
  }

  private static void cancelStatement(Handle handle) {
    try {
      handle.getConnection().unwrap(PGConnection.class).cancelQuery();
    } catch (SQLException e) {
      throw new IllegalStateException("the statement could not be cancelled", e);
    }
  }

  /** The files that make the schema, in order. */
  List<String> migrations() {
    return migrations.files();
  }

  @Override
  public void close() {
    if (ownsPool) {
      pool.close();
    }
  }

  /**
   * The state of a database's schema.
   *
   * @param server the server's version
   * @param version of the schema; null while there is none
   * @param pending migrations that the next start of the newsroom makes
   */
  public record Schema(String server, @Nullable String version, int pending) {}
}
