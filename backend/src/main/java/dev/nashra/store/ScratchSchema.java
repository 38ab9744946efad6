package dev.nashra.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole newsroom's tables that nobody else ever sees: made in one transaction, in a schema of
 * their own, and rolled back at the end.
 *
 * <p>Everything goes over one connection. Whoever works on it waits for the others, and what are
 * transactions elsewhere are savepoints here. The newsroom's own tables are neither read nor
 * written nor locked.
 */
public final class ScratchSchema implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ScratchSchema.class);

  /** Transactions are short; one that is not is cut off, and the whole schema with it. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration LAST_PATIENCE = Duration.ofSeconds(2);

  /** Who waits longer than it may for a lock. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final ReentrantLock turn = new ReentrantLock();
  private final Handle outer;
  private final Database database;

  private ScratchSchema(Database server) {
    this.outer = server.openHandle();
    this.database = server.through(new OneConnection(), new SavepointTransactions());
  }

  /**
   * @throws ScratchSchemaRefused when this user may not make a schema
   */
  public static ScratchSchema open(Database server) {
    var migrations = server.migrations(); // Asks over connections of its own: before we take one.
    var scratch = new ScratchSchema(server);
    try {
      scratch.make(migrations);
      return scratch;
    } catch (SQLException e) {
      scratch.close();
      throw new ScratchSchemaRefused(e);
    } catch (RuntimeException e) {
      scratch.close();
      throw e;
    }
  }

  private void make(List<String> migrations) throws SQLException {
    var connection = outer.getConnection();
    connection.setAutoCommit(false);
    var name = "nashra_scratch_" + UUID.randomUUID().toString().replace("-", "");
    try (var statement = connection.createStatement()) {
      // The transaction lasts as long as all the jobs that work in it.
      statement.execute("set local idle_in_transaction_session_timeout = 0");
      statement.execute("create schema " + name);
      statement.execute("set local search_path to " + name);
      for (var migration : migrations) {
        statement.execute(text(migration));
      }
    }
  }

  private static String text(String migration) {
    try (var file = ScratchSchema.class.getResourceAsStream(migration)) {
      return new String(
          Objects.requireNonNull(file, migration).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tables, empty at first. */
  public Database database() {
    return database;
  }

  /** The record of runs of a worker that exists only here, and nowhere says that it is alive. */
  public RunTable runs(String worker) {
    long id =
        database.inEngineTransaction(
            handle ->
                handle
                    .createQuery(
                        """
                        insert into workers (name, lease_until, mode, mode_origin)
                        values (:name, 'infinity', '', '') returning id""")
                    .bind("name", worker)
                    .mapTo(Long.class)
                    .one());
    return new RunTable(database, id, worker);
  }

  /** Takes everything back. */
  @Override
  public void close() {
    try (outer) {
      if (!awaitTurn(LAST_PATIENCE)) {
        outer.getConnection().abort(Runnable::run); // The server rolls back by itself.
        return;
      }
      try {
        outer.getConnection().rollback();
        outer.getConnection().setAutoCommit(true);
      } finally {
        turn.unlock();
      }
    } catch (SQLException | RuntimeException e) {
      LOG.debug("The connection was gone already", e);
    }
  }

  private boolean awaitTurn(Duration patience) {
    try {
      return turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Lends the connection to one thread after the other. */
  private final class OneConnection implements ConnectionFactory {
    @Override
    public Connection openConnection() throws SQLException {
      if (!awaitTurn(PATIENCE)) {
        throw new SQLException("another job holds the connection", LOCK_NOT_AVAILABLE);
      }
      return outer.getConnection();
    }

    @Override
    public void closeConnection(Connection connection) {
      turn.unlock();
    }
  }
}
