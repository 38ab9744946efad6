package dev.nashra.store;

import dev.nashra.config.DatabaseUrl;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database of its own for a test class, on a real server that all classes share:
 * {@code @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();}.
 *
 * <p>It is cloned from a migrated template. Sessions run in an odd time zone, so that nothing
 * depends on the server's.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final int POOL_SIZE = 12;

  private @Nullable Database database;
  private @Nullable DatabaseUrl url;

  /** The database, with the newsroom's tables and nothing in them. */
  public Database get() {
    if (database == null) {
      throw new IllegalStateException("register the extension in a static field");
    }
    return database;
  }

  /** For tests that open it in another process. */
  public DatabaseUrl url() {
    if (url == null) {
      throw new IllegalStateException("register the extension in a static field");
    }
    return url;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    var name = "test_" + COUNT.incrementAndGet();
    Server.execute("drop database if exists " + name + " with (force)");
    Server.execute("create database " + name + " template newsroom_template");
    Server.execute("alter database " + name + " set timezone to 'Asia/Kathmandu'");
    url = Server.database(name);
    database = Database.open(url, POOL_SIZE);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    get().close();
  }

  /** The server, started once for the whole test run and stopped at its end. */
  private static final class Server {
    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        var server =
            EmbeddedPostgres.start(Path.of("target", "test-postgres"), Duration.ofMinutes(1));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        execute(server.url(), "drop database if exists newsroom_template with (force)");
        execute(server.url(), "create database newsroom_template");
        Database.open(named(server.url(), "newsroom_template"), 2).close();
        return server;
      } catch (InterruptedException | SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    static DatabaseUrl database(String name) {
      return named(POSTGRES.url(), name);
    }

    static void execute(String sql) throws SQLException {
      execute(POSTGRES.url(), sql);
    }

    private static void execute(DatabaseUrl url, String sql) throws SQLException {
      try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
          var statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    private static DatabaseUrl named(DatabaseUrl url, String name) {
      return new DatabaseUrl(
          url.jdbc().replaceFirst("/[^/]*$", "/" + name), url.user(), url.password());
    }
  }
}
