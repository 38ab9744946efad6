package dev.nashra.app;

import dev.nashra.config.DatabaseUrl;
import dev.nashra.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A worker process that runs a {@link Schedule} until it is killed. */
final class ScheduleProcess implements AutoCloseable {
  private static final int CONNECTIONS = 6;

  private final Process process;

  private ScheduleProcess(Process process) {
    this.process = process;
  }

  public static void main(String[] arguments) throws InterruptedException {
    var password = System.getenv("PGPASSWORD");
    var url = new DatabaseUrl(arguments[0], arguments[1], password == null ? "" : password);
    try (var database = Database.open(url, CONNECTIONS);
        var schedule = new Schedule(Long.parseLong(arguments[2]), database)) {
      schedule.runForEver();
    }
  }

  static ScheduleProcess start(DatabaseUrl url, long seed) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ScheduleProcess.class.getName(),
            url.jdbc(),
            url.user(),
            Long.toString(seed));
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("PGPASSWORD", url.password());
    return new ScheduleProcess(builder.start());
  }

  /** Whether it ends by itself within so long. */
  boolean exits(Duration patience) throws InterruptedException {
    return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
