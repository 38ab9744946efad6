package dev.nashra.store;

import dev.nashra.config.DatabaseUrl;
import dev.nashra.process.ChildProcess;
import dev.nashra.process.Command.Signal;
import dev.nashra.time.Waiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server in a folder of ours: unpacked, set up, started and stopped by the process
 * that owns it.
 *
 * <p>It runs with fsync on, takes only connections from this machine that know its password, and
 * ends when its owner does, also after {@code kill -9}: the kernel sends it SIGINT then. When it
 * ends before its owner, it is started again. A second process can visit: it gets the address of
 * the server that the first one runs.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final String DATABASE = "nashra";
  private static final String VISITORS =
      "select count(*) from pg_stat_activity"
          + " where backend_type = 'client backend' and pid <> pg_backend_pid()";

  private final PostgresHome home;
  private final PostgresLock lock;
  private final int port;
  private final DatabaseUrl url;
  private final Thread guard;
  private volatile ChildProcess server;
  private volatile boolean closed;

  private EmbeddedPostgres(PostgresHome home, PostgresLock lock, ChildProcess server, int port) {
    this.home = home;
    this.lock = lock;
    this.server = server;
    this.port = port;
    this.url = home.url(port, DATABASE);
    this.guard = Thread.ofPlatform().daemon().name("postgres-guard").unstarted(this::guard);
  }

  /**
   * Starts the server in the folder, setting it up first when the folder is new.
   *
   * @param patience how long to wait for another process that owns the folder
   * @throws EmbeddedPostgresException when the folder stays taken or the server does not come up
   */
  public static EmbeddedPostgres start(Path folder, Duration patience) throws InterruptedException {
    var home = PostgresHome.in(folder);
    var lock = new AtomicReference<Optional<PostgresLock>>(Optional.empty());
    if (!Waiter.until(
        () -> lock.updateAndGet(_ -> PostgresLock.tryLock(home)).isPresent(), patience, POLL)) {
      throw new EmbeddedPostgresException(
          "Another nashra (process %s) runs the database in %s. Stop it, or set DATABASE_URL to a"
                  .formatted(PostgresHome.readText(folder.resolve("owner")), folder)
              + " server that several can share.");
    }
    return start(home, lock.get().orElseThrow());
  }

  /** The address of the server that another process runs in the folder; empty when none does. */
  public static Optional<DatabaseUrl> running(Path folder) throws InterruptedException {
    var home = PostgresHome.in(folder);
    var free = PostgresLock.tryLock(home);
    if (free.isPresent()) {
      free.get().close();
      return Optional.empty();
    }
    var url = new AtomicReference<Optional<DatabaseUrl>>(Optional.empty());
    Waiter.until(() -> url.updateAndGet(_ -> address(home)).isPresent(), START_TIMEOUT, POLL);
    return url.get();
  }

  private static Optional<DatabaseUrl> address(PostgresHome home) {
    return Files.exists(home.portFile())
        ? Optional.of(home.url(Integer.parseInt(PostgresHome.readText(home.portFile())), DATABASE))
            .filter(EmbeddedPostgres::accepts)
        : Optional.empty();
  }

  private static EmbeddedPostgres start(PostgresHome home, PostgresLock lock)
      throws InterruptedException {
    try {
      Files.deleteIfExists(home.portFile());
      home.setUp();
      home.clearAway();
      var port = freePort();
      var server = launch(home, port);
      awaitDatabase(home, server, port);
      write(home.portFile(), Integer.toString(port));
      var postgres = new EmbeddedPostgres(home, lock, server, port);
      postgres.guard.start();
      return postgres;
    } catch (IOException e) {
      lock.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException | InterruptedException e) {
      lock.close();
      throw e;
    }
  }

  private static ChildProcess launch(PostgresHome home, int port) {
    var command =
        home.command("postgres")
            .and("-D", home.cluster().toString(), "-p", Integer.toString(port))
            .and(options(List.of("listen_addresses=127.0.0.1", "unix_socket_directories=")))
            .and(options(PostgresHome.MEMORY_OPTIONS));
    return home.asServerUser(command).onOurDeath(Signal.INT).loggingTo(home.log()).start();
  }

  private static String[] options(List<String> settings) {
    return settings.stream()
        .flatMap(setting -> List.of("-c", setting).stream())
        .toArray(String[]::new);
  }

  private static void awaitDatabase(PostgresHome home, ChildProcess server, int port)
      throws InterruptedException {
    var maintenance = home.url(port, "postgres");
    Waiter.until(() -> !server.isAlive() || accepts(maintenance), START_TIMEOUT, POLL);
    if (!accepts(maintenance)) {
      server.close();
      throw EmbeddedPostgresException.withLog("PostgreSQL did not start", home.log());
    }
    createDatabase(maintenance);
  }

  private static boolean accepts(DatabaseUrl url) {
    try (var connection = connect(url)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private static void createDatabase(DatabaseUrl maintenance) {
    try (var connection = connect(maintenance);
        var statement = connection.createStatement()) {
      var found = statement.executeQuery("select from pg_database where datname = 'nashra'");
      if (!found.next()) {
        statement.execute("create database " + DATABASE);
      }
    } catch (SQLException e) {
      throw new EmbeddedPostgresException("The database could not be created", e);
    }
  }

  private static Connection connect(DatabaseUrl url) throws SQLException {
    return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void write(Path file, String text) throws IOException {
    var aside = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(aside, text);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Where the database is. */
  public DatabaseUrl url() {
    return url;
  }

  /** Starts the server again, at the same address, whenever it ends although nobody stopped it. */
  private void guard() {
    try {
      while (!closed) {
        server.onExit().get();
        if (!closed) {
          LOG.error("{}", endedByItself().getMessage());
          revive();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // by close()
    } catch (ExecutionException e) {
      throw new IllegalStateException("an end completes with the process only", e);
    }
  }

  private EmbeddedPostgresException endedByItself() {
    return EmbeddedPostgresException.withLog(
        "PostgreSQL has ended by itself (out of memory, disk full, killed?) and is started"
            + " again",
        home.log());
  }

  private void revive() throws InterruptedException {
    var pause = FIRST_PAUSE;
    while (!closed) {
      try {
        server.close(); // what it has left behind
        server = launch(home, port);
        awaitDatabase(home, server, port);
        LOG.info("PostgreSQL runs again");
        return;
      } catch (RuntimeException e) {
        LOG.error("Next try in {} s: {}", pause.toSeconds(), e.getMessage());
        Waiter.pause(pause);
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? pause.multipliedBy(2)
                : LONGEST_PAUSE;
      }
    }
  }

  /** Waits until no other process uses the server any more; gives whether that is so. */
  public boolean awaitVisitors(Duration patience) throws InterruptedException {
    return Waiter.until(() -> visitors() == 0, patience, Duration.ofMillis(200));
  }

  private long visitors() {
    try (var connection = connect(url);
        var rows = connection.createStatement().executeQuery(VISITORS)) {
      return rows.next() ? rows.getLong(1) : 0;
    } catch (SQLException e) {
      return 0; // It is gone already.
    }
  }

  /** Stops the server: open transactions are rolled back, everything committed is on disk. */
  @Override
  public void close() {
    closed = true;
    guard.interrupt();
    try {
      guard.join(STOP_TIMEOUT);
      server.stop(Signal.INT, STOP_TIMEOUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.close();
    }
    LOG.debug("PostgreSQL has stopped");
  }
}
