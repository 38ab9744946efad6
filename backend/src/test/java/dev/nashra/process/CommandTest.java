package dev.nashra.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.time.Cancellation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class CommandTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  /** Starts a sleeper in the background, says both numbers, and sleeps too. */
  private static final String FAMILY = "sleep 300 & echo $! $$ > pids; sleep 300";

  /** The sleeper's own parent ends at once, so that nothing but the session still connects it. */
  private static final String ORPHAN = "(sleep 300 & echo $! $$ > pids); sleep 300";

  @TempDir private Path folder;

  @Test
  void outputAndErrorsAreTakenApart() throws Exception {
    var outcome = shell("echo result; echo complaint >&2; exit 3").run(LONG);

    var exited = assertInstanceOf(Outcome.Exited.class, outcome);
    assertEquals(3, exited.code());
    assertEquals("result\n", exited.text());
    assertEquals("exit code 3: complaint", exited.summary());
    assertFalse(exited.succeeded());
  }

  @Test
  void argumentsReachTheProgramAsTheyAre() throws Exception {
    var outcome = Command.of("printf", "%s", "a b; $(exit 1) 'é عربي").run(LONG);

    assertEquals("a b; $(exit 1) 'é عربي", assertInstanceOf(Outcome.Exited.class, outcome).text());
  }

  @Test
  void moreOutputThanAPipeHoldsIsDrainedAndBounded() throws Exception {
    var outcome =
        shell("yes | head -c 5000000; yes no | head -c 5000000 >&2; echo end >&2")
            .keeping(1000, 10)
            .run(LONG);

    var exited = assertInstanceOf(Outcome.Exited.class, outcome);
    assertEquals(0, exited.code());
    assertEquals(1000, exited.output().length);
    assertEquals("no\nno\nend\n".length(), exited.errors().length());
    assertTrue(exited.errors().endsWith("end\n"));
  }

  @Test
  void inputIsFedWhileOutputIsRead() throws Exception {
    var megabytes = new byte[3_000_000];
    var outcome =
        Command.of("cat").keeping(megabytes.length, 10).run(LONG, in -> in.write(megabytes));

    assertEquals(megabytes.length, assertInstanceOf(Outcome.Exited.class, outcome).output().length);
  }

  @Test
  void aChildThatDoesNotReadItsInputEndsAllTheSame() throws Exception {
    var outcome = Command.of("true").run(LONG, in -> in.write(new byte[3_000_000]));

    assertTrue(outcome.succeeded());
  }

  @Test
  void aBugWhileFeedingEndsTheChildAndIsThrown() {
    var thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                Command.of("sleep", "300")
                    .run(
                        LONG,
                        _ -> {
                          throw new ArithmeticException("bug");
                        }));

    assertInstanceOf(ArithmeticException.class, thrown.getCause());
  }

  @Test
  void secretsOfOurEnvironmentAreNotInherited() throws Exception {
    var outcome = Command.of("env").with("GIVEN", "yes").run(LONG);

    var names =
        assertInstanceOf(Outcome.Exited.class, outcome)
            .text()
            .lines()
            .map(line -> line.substring(0, line.indexOf('=')))
            .toList();
    assertTrue(names.containsAll(List.of("PATH", "GIVEN")));
    assertFalse(names.contains("JAVA_HOME"));
  }

  @Test
  void anAbsentProgramIsAnOutcome() throws Exception {
    var outcome = Command.of("/no/such/program").run(LONG);

    assertFalse(outcome.succeeded());
  }

  @Test
  void timeoutKillsTheWholeFamily() throws Exception {
    var child = shell(FAMILY).start();
    var pids = pids();

    var outcome = child.await(Duration.ofMillis(1));

    assertInstanceOf(Outcome.TimedOut.class, outcome);
    assertAllDead(pids);
  }

  @Test
  void anOrphanInTheSessionIsKilledToo() throws Exception {
    var child = shell(ORPHAN).start();
    var pids = pids();

    child.close();

    assertAllDead(pids);
  }

  @Test
  void whatTheChildLeavesBehindEndsWithIt() throws Exception {
    var outcome = shell("sleep 300 & echo $! > pids").run(LONG);

    assertTrue(outcome.succeeded());
    assertAllDead(pids());
  }

  @Test
  void cancellationKillsTheFamilyAndIsThrown() throws Exception {
    var cancellation = new Cancellation();
    var thrown = new AtomicReference<Throwable>();
    var ended = new CountDownLatch(1);
    Thread.ofPlatform()
        .start(
            () -> {
              try {
                cancellation.call(() -> shell(FAMILY).run(LONG));
              } catch (InterruptedException | CancellationException e) {
                thrown.set(e);
              } catch (Exception e) {
                throw new AssertionError(e);
              } finally {
                ended.countDown();
              }
            });
    var pids = pids();

    cancellation.cancel("enough");

    assertTrue(ended.await(10, TimeUnit.SECONDS));
    assertTrue(thrown.get() != null);
    assertAllDead(pids);
  }

  @Test
  void aChildStartedInACancelledScopeDiesAtOnce() {
    var cancellation = new Cancellation();
    cancellation.cancel("too late");

    assertThrows(
        CancellationException.class,
        () ->
            cancellation.call(
                () -> {
                  Thread.interrupted(); // The scope interrupts; here the child alone is looked at.
                  return Command.of("sleep", "300").run(LONG);
                }));
  }

  @Test
  void interruptKillsTheFamily() throws Exception {
    var ended = new CountDownLatch(1);
    var waiter =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    shell(FAMILY).run(LONG);
                  } catch (InterruptedException e) {
                    ended.countDown();
                  }
                });
    var pids = pids();

    waiter.interrupt();

    assertTrue(ended.await(10, TimeUnit.SECONDS));
    assertAllDead(pids);
  }

  @Test
  void aLongLivedChildIsStoppedBySignal() throws Exception {
    var child =
        shell("trap 'echo bye > bye; exit 0' INT; echo $$ > pids; while :; do sleep 0.05; done")
            .start();
    pids();

    child.stop(Command.Signal.INT, LONG);

    assertFalse(child.isAlive());
    assertTrue(Files.exists(folder.resolve("bye")));
  }

  @Test
  void outputGoesToALogFileWhenAsked() throws Exception {
    var log = folder.resolve("log");

    shell("echo one; echo two >&2").loggingTo(log).run(LONG);

    assertEquals("one\ntwo\n", Files.readString(log, StandardCharsets.UTF_8));
  }

  private Command shell(String script) {
    return Command.of("env", "--default-signal=INT", "sh", "-c", script).in(folder);
  }

  private List<Long> pids() {
    var file = folder.resolve("pids");
    return Awaitility.await()
        .atMost(LONG)
        .until(
            () -> Files.exists(file) ? Files.readString(file).strip() : "", text -> !text.isEmpty())
        .lines()
        .flatMap(line -> List.of(line.split(" ")).stream())
        .map(Long::valueOf)
        .toList();
  }

  private static void assertAllDead(List<Long> pids) {
    for (long pid : pids) {
      Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> isDead(pid));
    }
  }

  /** A zombie that nobody has reaped yet is dead. */
  static boolean isDead(long pid) {
    try {
      var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).startsWith("Z");
    } catch (IOException e) {
      return true;
    }
  }
}
