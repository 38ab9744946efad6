package dev.nashra.app.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.nashra.app.doctor.Doctor;
import dev.nashra.config.Settings;
import dev.nashra.source.Sources;
import dev.nashra.store.SourceTable;
import dev.nashra.store.TestDatabase;
import dev.nashra.store.Vitals;
import dev.nashra.time.Cancellation;
import dev.nashra.time.Clock;
import dev.nashra.worker.JobContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

final class HealthCheckJobTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  @TempDir private Path data;
  private String note = "";

  @BeforeEach
  void listen() {
    log.start();
    ((Logger) LoggerFactory.getLogger("health")).addAppender(log);
    ((Logger) LoggerFactory.getLogger("health")).setLevel(Level.INFO);
  }

  @AfterEach
  void stop() {
    ((Logger) LoggerFactory.getLogger("health")).detachAppender(log);
  }

  @Test
  void whatTurnsBadOrGoodIsOneLineEach() throws Exception {
    check();
    assertEquals("workers, cycle, Sources", note);
    assertEquals(3, lines("Not well: "));

    check();
    assertEquals(3, lines("Not well: "), "it was bad before");

    DATABASE
        .get()
        .useTransaction(
            handle ->
                handle.execute(
                    "insert into sources (url, kind, name) values ('https://a.example/', 'FEED', 'A')"));
    check();
    assertEquals("workers, cycle", note);
    assertEquals(3, lines("Not well: "));
    assertEquals(1, lines("Well again: Sources"));
  }

  private void check() throws InterruptedException {
    Sources sources = new SourceTable(DATABASE.get());
    var settings = Settings.load(Map.of("DATA_DIR", data.toString()), data.resolve(".env"));
    var probe =
        new HealthProbe(
            Readiness.of(settings), () -> Vitals.of(DATABASE.get()), Duration.ofSeconds(10));
    var doctor = Doctor.ofRunning(settings, sources);
    var context = new JobContext(1, Clock.SYSTEM, new Cancellation(), JobContext.Progress.SILENT);
    note = new HealthCheckJob(probe, doctor, () -> note, HealthCheckJob::log).run(context).note();
  }

  private long lines(String start) {
    return List.copyOf(log.list).stream()
        .filter(line -> line.getFormattedMessage().startsWith(start))
        .count();
  }
}
