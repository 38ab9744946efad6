package dev.nashra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.config.DatabaseUrl;
import dev.nashra.store.Database;
import dev.nashra.store.TestDatabase;
import dev.nashra.time.Waiter;
import dev.nashra.worker.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Jobs that take all memory, in a process with the very options that the launcher gives. */
@Timeout(120)
final class HungryJobsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Path LAUNCHER = Path.of("..", "nashra");
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration MOMENT = Duration.ofMillis(100);
  private static final int KILOBYTE = 1 << 10;

  @Test
  void jobsThatTakeAllMemoryEndAlone() throws Exception {
    assertFalse(options().isEmpty());

    assertEquals(0, runProcess(), "the signs of life go on");

    assertEquals(
        List.of("hungry FAILED", "after-hungry DONE", "greedy TIMED_OUT", "after-greedy DONE"),
        texts("select job || ' ' || state from runs order by id"));
    assertTrue(
        texts("select error from runs where job = 'hungry'")
            .getFirst()
            .startsWith("java.lang.OutOfMemoryError"));
    assertEquals(
        List.of(), // the rest is for a collector that works without end on a busy machine
        texts(
            """
            select n.job || ' began late, ' || (n.started - r.started) from runs r, runs n
            where n.id = r.id + 1 and n.job like 'after%'
              and n.started - r.started > interval '10 s'"""));
  }

  private static int runProcess() throws IOException, InterruptedException {
    var url = DATABASE.url();
    var command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.addAll(options());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(HungryProcess.class.getName(), url.jdbc(), url.user()));
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("PGPASSWORD", url.password());
    var process = builder.start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it ends");
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  /** What the launcher gives to Java, with the default heap. */
  private static List<String> options() throws IOException {
    var text = Files.readString(LAUNCHER);
    var command = text.substring(text.lastIndexOf("exec "), text.lastIndexOf("-jar"));
    return Pattern.compile("(?<= )-[-XD]\\S+")
        .matcher(command.replaceAll("\\$\\{[A-Z_]+:-(\\w+)}", "$1"))
        .results()
        .map(found -> found.group())
        .toList();
  }

  private static List<String> texts(String sql) {
    return DATABASE
        .get()
        .inTransaction(handle -> handle.createQuery(sql).mapToMap().list())
        .stream()
        .map(row -> String.valueOf(row.values().iterator().next()))
        .toList();
  }

  /** A worker with one cycle of hungry jobs. */
  static final class HungryProcess {
    private HungryProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
      var password = System.getenv("PGPASSWORD");
      var url = new DatabaseUrl(arguments[0], arguments[1], password == null ? "" : password);
      var stage =
          Stage.inOrder(
              "s",
              EngineRig.job("hungry", _ -> takeAll()),
              EngineRig.job("after-hungry", _ -> {}),
              EngineRig.job("greedy", _ -> keepAll()),
              EngineRig.job("after-greedy", _ -> {}));
      try (var database = Database.open(url, 6);
          var rig = EngineRig.start(database, TIMEOUT, stage)) {
        rig.worker().runCycle();
        System.exit(Waiter.until(() -> livesOn(database), Duration.ofSeconds(20), MOMENT) ? 0 : 1);
      }
    }

    private static boolean livesOn(Database database) {
      return database.inTransaction(
          handle ->
              handle
                  .createQuery("select bool_and(seen > all (select ended from runs)) from workers")
                  .mapTo(Boolean.class)
                  .one());
    }

    private static void takeAll() {
      var hoard = new ArrayList<byte[]>();
      while (hoard.size() < Integer.MAX_VALUE) {
        hoard.add(new byte[KILOBYTE * KILOBYTE]);
      }
    }

    /** Goes on when there is nothing more to be had, until it is stopped. */
    private static void keepAll() throws InterruptedException {
      var hoard = new ArrayList<byte[]>();
      while (hoard.size() < Integer.MAX_VALUE) {
        try {
          hoard.add(new byte[KILOBYTE]);
        } catch (OutOfMemoryError e) {
          Waiter.pause(MOMENT);
        }
      }
    }
  }
}
