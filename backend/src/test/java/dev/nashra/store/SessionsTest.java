package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.config.DatabaseUrl;
import dev.nashra.store.Sessions.Limits;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of clients that fall silent; on a real database, over a network that freezes. */
@Timeout(60)
final class SessionsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Limits SHORT =
      new Limits(Duration.ofMillis(700), Duration.ofSeconds(2), Duration.ofSeconds(10));
  private static final String LOCK = "select id from accounts where name = 'held' for update";

  private final Accounts accounts = new Accounts(DATABASE.get());

  @BeforeEach
  void addAccount() {
    accounts.clear();
    accounts.add("held");
  }

  @Test
  void locksOfAFrozenClientAreFreeWithinTheBound() throws Exception {
    var locked = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    try (var proxy = new CuttingProxy(port());
        var frozen = Database.openUnchanged(through(proxy), 2, SHORT)) {
      var client = Thread.ofPlatform().start(() -> lockUntil(frozen, locked, ended));
      assertTrue(locked.await(20, TimeUnit.SECONDS));
      proxy.freeze();

      lockWithin(Duration.ofSeconds(20)); // it would wait for ever

      ended.countDown();
      assertTrue(client.join(Duration.ofSeconds(20)), "the client waits for an answer for ever");
    }
  }

  private static void lockUntil(Database database, CountDownLatch locked, CountDownLatch end) {
    assertThrows(
        JdbiException.class,
        () ->
            database.useTransaction(
                handle -> {
                  handle.createQuery(LOCK).mapTo(Long.class).one();
                  locked.countDown();
                  await(end);
                  handle.execute("update accounts set name = 'too late' where name = 'held'");
                }));
  }

  private void lockWithin(Duration patience) {
    DATABASE
        .get()
        .useTransaction(
            handle -> {
              handle.execute("set local lock_timeout = " + patience.toMillis());
              handle.createQuery(LOCK).mapTo(Long.class).one();
            });
    assertEquals(List.of("held"), accounts.all());
  }

  @Test
  void clientThatWaitsForAFrozenServerGivesUp() throws Exception {
    try (var proxy = new CuttingProxy(port());
        var database = Database.openUnchanged(through(proxy), 1, SHORT)) {
      database.useTransaction(handle -> handle.execute("select 1"));
      proxy.freeze();

      assertThrows(
          JdbiException.class, () -> database.useTransaction(handle -> handle.execute("select 1")));
    }
  }

  @Test
  void longStatementIsNotIdle() {
    try (var database = Database.openUnchanged(DATABASE.url(), 1, SHORT)) {
      database.useTransaction(
          handle -> {
            handle.execute("select pg_sleep(1.2)");
            handle.execute("insert into accounts (network, name) values ('LOCAL', 'long')");
          });
    }
    assertTrue(accounts.all().contains("long"));
  }

  @Test
  void everySessionHasItsLimits() throws Exception {
    var database = DATABASE.get();
    assertEquals("30s", shown(database, "idle_in_transaction_session_timeout"));
    assertEquals("30", shown(database, "tcp_keepalives_idle"));
    assertEquals("10s", shown(database, "client_connection_check_interval"));
    try (var queues = database.forQueues(1)) {
      assertEquals("15s", shown(queues, "idle_in_transaction_session_timeout"));
    }
    try (var alone = database.connectAlone(Duration.ofSeconds(5))) {
      assertEquals("30", shown(alone, "tcp_keepalives_idle"));
    }
  }

  /** Its one transaction lasts as long as all the jobs of a dry run. */
  @Test
  void scratchSchemaMayBeIdle() {
    try (var scratch = ScratchSchema.open(DATABASE.get())) {
      assertEquals("0", shown(scratch.database(), "idle_in_transaction_session_timeout"));
    }
    assertFalse(shown(DATABASE.get(), "idle_in_transaction_session_timeout").equals("0"));
  }

  private static String shown(Database database, String setting) {
    return database.inTransaction(
        handle -> handle.createQuery("show " + setting).mapTo(String.class).one());
  }

  private static String shown(Connection connection, String setting) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("show " + setting)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static int port() {
    return Integer.parseInt(DATABASE.url().jdbc().replaceFirst(".*:([0-9]+)/.*", "$1"));
  }

  private static DatabaseUrl through(CuttingProxy proxy) throws IOException {
    var url = DATABASE.url();
    return new DatabaseUrl(
        url.jdbc().replaceFirst(":[0-9]+/", ":" + proxy.port() + "/"), url.user(), url.password());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
