package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.config.DatabaseUrl;
import dev.nashra.worker.Mode;
import dev.nashra.worker.Parallel;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
final class ScratchSchemaTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final String IN_TRANSACTION =
      "pg_stat_activity where datname = current_database() and state like 'idle in transaction%'";

  @AfterEach
  void nothingIsLeft() {
    assertEquals(0, count(DATABASE.get(), "pg_namespace where nspname like 'nashra_scratch%'"));
    assertEquals(0, count(DATABASE.get(), "stories"));
    // Who was cut off is rolled back by the server, a moment later.
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> count(DATABASE.get(), IN_TRANSACTION) == 0);
  }

  @Test
  void whatIsWrittenIsSeenInsideOnly() {
    try (var scratch = ScratchSchema.open(DATABASE.get())) {
      addStory(scratch.database());

      assertEquals(1, count(scratch.database(), "stories"));
      assertEquals(0, count(DATABASE.get(), "stories"));
    }
  }

  @Test
  void aWorkerBesideItIsNotHeldUp() {
    var registration = WorkerTable.join(DATABASE.get(), "beside");
    var runs = new RunTable(DATABASE.get(), registration.id(), "beside");
    try (var scratch = ScratchSchema.open(DATABASE.get())) {
      scratch.runs("dry run");

      var cycle = runs.startCycle(Mode.ORIGINAL);

      assertTrue(cycle.isPresent());
      assertEquals(1, new WorkerList(DATABASE.get()).running().size());
    }
    registration.leave();
  }

  @Test
  void aFailedTransactionIsTakenBackAndTheOthersStay() {
    try (var scratch = ScratchSchema.open(DATABASE.get())) {
      addStory(scratch.database());
      assertThrows(
          RuntimeException.class,
          () ->
              scratch
                  .database()
                  .useTransaction(
                      handle -> {
                        insert(handle);
                        handle.execute("select no_such_thing");
                      }));

      assertEquals(1, count(scratch.database(), "stories"));
    }
  }

  @Test
  void threadsTakeTurns() throws Exception {
    try (var scratch = ScratchSchema.open(DATABASE.get())) {
      Parallel.map(
          8,
          IntStream.range(0, 40).boxed().toList(),
          _ -> {
            addStory(scratch.database());
            return true;
          });

      assertEquals(40, count(scratch.database(), "stories"));
    }
  }

  @Test
  void whoeverHoldsTheConnectionAtTheEndIsCutOff() throws InterruptedException {
    var holds = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    var scratch = ScratchSchema.open(DATABASE.get());
    var held =
        new FutureTask<>(
            () ->
                scratch
                    .database()
                    .inTransaction(
                        handle -> {
                          insert(handle);
                          holds.countDown();
                          await(never);
                          return true;
                        }));
    var holder = Thread.ofPlatform().start(held);
    holds.await();

    scratch.close();

    never.countDown();
    holder.join();
    assertThrows(ExecutionException.class, held::get);
  }

  @Test
  void aUserWhoMayNotMakeASchemaIsToldSo() {
    var user = "visitor_" + UUID.randomUUID().toString().replace("-", "");
    DATABASE
        .get()
        .useTransaction(
            handle -> {
              handle.execute("create role " + user + " login password 'open sesame'");
              handle.execute("grant select on all tables in schema public to " + user);
            });
    var url = new DatabaseUrl(DATABASE.url().jdbc(), user, "open sesame");
    try (var visited = Database.openUnchanged(url)) {
      var refused =
          assertThrows(ScratchSchemaRefused.class, () -> ScratchSchema.open(visited).close());
      assertTrue(String.valueOf(refused.getMessage()).contains("permission denied"));
    } finally {
      DATABASE
          .get()
          .useTransaction(
              handle ->
                  List.of("drop owned by ", "drop role ").forEach(s -> handle.execute(s + user)));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void addStory(Database database) {
    database.useTransaction(ScratchSchemaTest::insert);
  }

  private static void insert(Handle handle) {
    handle.execute(
        "insert into stories (language, created, updated, rank) values ('ar', now(), now(), 1)");
  }

  private static long count(Database database, String rows) {
    return database.inTransaction(
        handle -> handle.createQuery("select count(*) from " + rows).mapTo(Long.class).one());
  }
}
