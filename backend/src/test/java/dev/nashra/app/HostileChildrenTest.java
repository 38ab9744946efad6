package dev.nashra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nashra.process.Command;
import dev.nashra.store.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that a job has started and that do not go by themselves; whatever they start goes too.
 */
@Timeout(60)
final class HostileChildrenTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @TempDir private Path folder;
  private final HostileRuns runs = new HostileRuns(DATABASE);

  @BeforeAll
  static void createWrites() {
    new HostileRuns(DATABASE).createWrites();
  }

  @AfterEach
  void empty() {
    runs.empty();
  }

  @Test
  void childThatForksAndDetachesIsKilled() throws Exception {
    // The middle one ends, so that the last is nobody's child.
    var run = runs.beforeAnother(_ -> shell("(sleep 1000 & echo $! > pid); sleep 1000"));

    run.assertTimedOutIn("ChildProcess.await");
    assertDead(pid());
  }

  @Test
  void childThatBecomesADaemonIsKilled() throws Exception {
    var run =
        runs.beforeAnother(
            _ ->
                shell(
                    "(setsid sh -c '(sleep 1000 & echo $! > pid.new; mv pid.new pid) &' &); sleep"
                        + " 1000"));

    run.assertTimedOutIn("ChildProcess.await");
    assertDead(pid());
  }

  @Test
  void daemonThatTheChildLeftBehindIsKilledAlsoWhenTheJobIsDone() throws Exception {
    var run =
        runs.beforeAnother(
            _ ->
                shell(
                    "setsid sh -c '(sleep 1000 > /dev/null 2>&1 & echo $! > pid.new; mv pid.new"
                        + " pid) &'; while ! test -e pid; do sleep 0.02; done"));

    assertEquals("DONE", run.state());
    assertDead(pid());
  }

  @Test
  void jobThatFillsAPipeIsStopped() throws Exception {
    var run =
        runs.beforeAnother(
            _ -> {
              try (var child = Command.of("sleep", "1000").start()) {
                child.stdin().write(new byte[1 << 20]); // nobody reads
              }
            });

    run.assertTimedOutIn("FileOutputStream.write");
    Awaitility.await().atMost(HostileRuns.PATIENCE).until(() -> jobThreads().isEmpty());
  }

  @Test
  void childThatTalksWithoutEndIsKilled() throws Exception {
    var run = runs.beforeAnother(_ -> shell("echo $$ > pid; exec yes"));

    run.assertTimedOutIn("ChildProcess.await");
    assertDead(pid());
  }

  private void shell(String script) throws InterruptedException {
    Command.of("sh", "-c", script).in(folder).run(Duration.ofHours(1));
  }

  private long pid() {
    var file = folder.resolve("pid");
    return Long.parseLong(
        Awaitility.await()
            .atMost(HostileRuns.PATIENCE)
            .until(
                () -> Files.exists(file) ? Files.readString(file).strip() : "",
                text -> !text.isEmpty()));
  }

  private static void assertDead(long pid) {
    var commandLine = Path.of("/proc/" + pid, "cmdline");
    Awaitility.await("process " + pid)
        .atMost(HostileRuns.AT_MOST_LATER)
        .until(
            () -> {
              try {
                return Files.readString(commandLine, StandardCharsets.ISO_8859_1).isEmpty();
              } catch (IOException e) {
                return true;
              }
            });
  }

  private static List<String> jobThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter("job-hostile"::equals)
        .toList();
  }
}
