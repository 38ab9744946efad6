package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.worker.CycleState;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.RunEnded;
import dev.nashra.worker.RunInTest;
import dev.nashra.worker.RunOutcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RunTableTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  private final RunTable table = new RunTable(DATABASE.get());
  private final CycleHistory history = new CycleHistory(DATABASE.get());

  @AfterEach
  void empty() {
    DATABASE.get().useTransaction(handle -> handle.execute("truncate cycles cascade"));
  }

  @Test
  void cyclesAndRunsAreKeptWithTheirCounts() {
    var cycle = table.startCycle("host/1", "improved", NOW).orElseThrow();
    var run = table.startRun(cycle, "media", "generate_audio", NOW, NOW.plusSeconds(2));
    table.endRun(run, new RunOutcome.Done(new JobResult(7, 5, 2, "a note")), NOW.plusSeconds(5));
    table.endCycle(cycle, CycleState.DONE, NOW.plusSeconds(6));

    var past = history.last(1).getFirst();

    assertEquals("done", past.state());
    var pastRun = past.runs().getFirst();
    assertEquals(7, pastRun.in());
    assertEquals(5, pastRun.out());
    assertEquals(2, pastRun.failed());
    assertEquals("a note", pastRun.note());
    assertEquals(Duration.ofSeconds(3), pastRun.took());
    assertEquals(Duration.ofSeconds(2), pastRun.waited());
  }

  @Test
  void aCycleWhoseConnectionBrokeEndsAndTheNextOneBegins() {
    var cycle = table.startCycle("host/1", "improved", NOW).orElseThrow();
    DATABASE
        .get()
        .useTransaction(
            handle ->
                handle.execute(
                    """
                    select pg_terminate_backend(l.pid) from pg_locks l
                    join pg_database d on d.oid = l.database
                    where l.locktype = 'advisory' and d.datname = current_database()"""));

    table.endCycle(cycle, CycleState.DONE, NOW);

    var next = table.startCycle("host/1", "improved", NOW).orElseThrow();
    table.endCycle(next, CycleState.DONE, NOW);
    assertEquals("done", history.last(1).getFirst().state());
  }

  @Test
  void onlyOneWorkerIsInACycle() {
    var cycle = table.startCycle("host/1", "improved", NOW).orElseThrow();

    assertTrue(new RunTable(DATABASE.get()).startCycle("host/2", "improved", NOW).isEmpty());

    table.endCycle(cycle, CycleState.DONE, NOW);
    var next = new RunTable(DATABASE.get());
    next.endCycle(next.startCycle("host/2", "improved", NOW).orElseThrow(), CycleState.DONE, NOW);
  }

  @Test
  void whatADeadWorkerLeftIsRecordedAsLost() {
    DATABASE
        .get()
        .useTransaction(
            handle ->
                handle.execute(
                    """
                    with dead as (insert into cycles (worker, mode, started)
                      values ('dead/1', 'improved', now()) returning id)
                    insert into runs (cycle_id, stage, job, queued, started)
                    select id, 'media', 'generate_reels', now(), now() from dead"""));

    var cycle = table.startCycle("host/1", "improved", NOW).orElseThrow();
    table.endCycle(cycle, CycleState.DONE, NOW);

    var lost = history.last(2).getLast();
    assertEquals("lost", lost.state());
    assertEquals("lost", lost.runs().getFirst().state());
  }

  @Test
  void endedRunWritesNoMore() throws Exception {
    var cycle = table.startCycle("host/1", "improved", NOW).orElseThrow();
    var run = table.startRun(cycle, "media", "generate_audio", NOW, NOW);
    var sql = "insert into accounts (network, name) values ('LOCAL', 'late')";
    RunInTest.call(run, () -> DATABASE.get().<Integer>inTransaction(h -> h.execute(sql)));
    table.endRun(run, new RunOutcome.Stopped("on purpose"), NOW);

    assertThrows(
        RunEnded.class,
        () ->
            RunInTest.call(
                run,
                () ->
                    DATABASE
                        .get()
                        .<Integer>inTransaction(h -> h.execute(sql.replace("late", "later")))));

    table.endCycle(cycle, CycleState.STOPPED, NOW);
  }
}
