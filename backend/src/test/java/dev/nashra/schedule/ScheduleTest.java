package dev.nashra.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.nashra.schedule.Due.Missed;
import dev.nashra.schedule.Schedule.Precision;
import dev.nashra.schedule.Schedule.Setting;
import dev.nashra.store.TestConnections;
import dev.nashra.store.TestDatabase;
import dev.nashra.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

@Timeout(60)
final class ScheduleTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Precision QUICK =
      new Precision(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(1));
  private static final Duration NEVER = Duration.ofHours(1);
  private static final long PATIENCE_SECONDS = 20;
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final TestConnections connections = new TestConnections(DATABASE);
  private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
  private final List<Schedule> schedules = new ArrayList<>();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    ((Logger) LoggerFactory.getLogger("schedule")).addAppender(log);
    ((Logger) LoggerFactory.getLogger("schedule")).setLevel(Level.INFO);
    ((Logger) LoggerFactory.getLogger("org.quartz")).setLevel(Level.OFF);
  }

  @AfterEach
  void empty() {
    schedules.forEach(Schedule::close);
    ((Logger) LoggerFactory.getLogger("schedule")).detachAppender(log);
    connections.execute(
        """
        truncate schedule_triggers, schedule_job_details, schedule_fired_triggers,
          schedule_scheduler_state cascade""");
  }

  @Test
  void twoWorkersShareOneRhythmAndTakeEachFiringOnce() throws Exception {
    start("one", Duration.ofMillis(400), true, connections);
    start("two", Duration.ofMillis(400), false, connections);
    var from = Clock.SYSTEM.instant();

    var taken = new ArrayList<String>();
    for (var i = 0; i < 12; i++) {
      taken.add(next());
    }

    var took = Duration.between(from, Clock.SYSTEM.instant());
    // Twice as many in this time if each worker had a rhythm of its own.
    assertTrue(took.compareTo(Duration.ofSeconds(4)) > 0, took.toString());
    assertTrue(taken.stream().allMatch(List.of("one", "two")::contains), taken.toString());
  }

  @Test
  void aWorkerThatVanishesLeavesTheFiringsToTheOther() throws Exception {
    var lost = new TestConnections(DATABASE);
    start("lost", Duration.ofMillis(500), true, lost);
    assertEquals("lost", next());
    start("other", Duration.ofMillis(500), false, connections);

    lost.away(true);

    for (var i = 0; i < 40; i++) {
      if (next().equals("other")) {
        return;
      }
    }
    throw new AssertionError("the other never took one");
  }

  @Test
  void whatADeadWorkerHadTakenIsTakenByAnother() throws Exception {
    var dead = start("dead", NEVER, true, connections);
    assertEquals("dead", next());
    dead.close();
    connections.execute(
        """
        update schedule_triggers set trigger_state = 'ACQUIRED',
          next_fire_time = extract(epoch from clock_timestamp()) * 1000""");
    connections.execute(
        """
        insert into schedule_fired_triggers
        select 'nashra', 'x1', 'cycle', 'DEFAULT', 'vanished', 0, 0, 5, 'ACQUIRED', 'cycle',
          'DEFAULT', true, false""");
    connections.execute(
        "insert into schedule_scheduler_state values ('nashra', 'vanished', 1000, 500)");

    start("heir", NEVER, false, connections);

    assertEquals("heir", next());
  }

  @Test
  void aWorkerThatStartsAloneBeginsAtOnceAndOneThatJoinsKeepsTheRhythm() throws Exception {
    beginsAndStops("first");

    start("joins", NEVER, false, connections).close();
    start("alone", NEVER, true, connections);

    assertEquals("alone", next());
    assertNull(begun.poll(1500, TimeUnit.MILLISECONDS), "the rhythm is an hour");
  }

  @Test
  void anIntervalThatWasChangedHoldsFromTheNextStart() throws Exception {
    beginsAndStops("before");

    start("after", Duration.ofMillis(500), false, connections);

    assertEquals("after", next());
    assertEquals("after", next());
  }

  @Test
  void whatWasMissedIsMadeUpOnceAndSaidInWords() throws Exception {
    beginsAndStops("before");
    connections.execute(
        """
        update schedule_triggers
        set next_fire_time = extract(epoch from clock_timestamp() - interval '4 min') * 1000""");

    start("after", NEVER, false, connections);

    assertEquals("after", next());
    assertNull(begun.poll(1500, TimeUnit.MILLISECONDS));
    var lines = log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    assertTrue(
        lines.stream()
            .anyMatch(
                line ->
                    line.matches("The cycle of \\d\\d:\\d\\d was missed by 4 min; running now")),
        lines.toString());
  }

  @Test
  void aDatabaseThatIsAwayIsOneLineAndTheScheduleRecovers() throws Exception {
    start("one", Duration.ofMillis(500), true, connections);
    next();

    connections.away(true);
    while (begun.poll(2, TimeUnit.SECONDS) != null) {
      // What was taken before.
    }
    connections.away(false);
    next();
    next();

    var lines = log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    assertEquals(
        1,
        lines.stream().filter(l -> l.startsWith("Nothing can be scheduled")).count(),
        lines::toString);
    assertTrue(lines.contains("The schedule goes on"), lines::toString);
  }

  @Test
  void missedTimesAreCounted() {
    var due = due("x", Duration.ofMinutes(10));
    var since = Instant.parse("2026-03-01T10:20:00Z");

    assertEquals(
        "The cycle of 12:20 was missed by 4 min; running now",
        MissedTimes.words(due, since, since.plusSeconds(250), ZoneId.of("Africa/Cairo")));
    assertEquals(
        "The cycle was missed 7 times since 10:20; running once now",
        MissedTimes.words(due, since, since.plus(Duration.ofMinutes(65)), ZoneOffset.UTC));
    assertEquals(
        "The cycle was missed 145 times since 2026-03-01 10:20; running once now",
        MissedTimes.words(due, since, since.plus(Duration.ofDays(1)), ZoneOffset.UTC));
  }

  @Test
  void aDailyJobKeepsItsTimeUntilItIsSetToAnother() {
    var early = new Rhythm.Daily(LocalTime.of(3, 30), ZoneId.of("Africa/Cairo"));
    var trigger = early.trigger("clean", Instant.parse("2026-01-01T00:00:00Z"), Missed.MADE_UP);

    assertTrue(early.isKeptBy(trigger));
    assertTrue(!new Rhythm.Daily(LocalTime.of(4, 30), early.zone()).isKeptBy(trigger));
    assertTrue(!new Rhythm.Daily(early.time(), ZoneOffset.UTC).isKeptBy(trigger));
    assertTrue(!new Rhythm.Every(Duration.ofDays(1)).isKeptBy(trigger));
    assertEquals(
        Instant.parse("2026-01-01T01:30:00Z"),
        trigger
            .getFireTimeAfter(java.util.Date.from(Instant.parse("2026-01-01T00:00:00Z")))
            .toInstant());
  }

  private void beginsAndStops(String worker) throws InterruptedException {
    var schedule = start(worker, NEVER, true, connections);
    assertEquals(worker, next());
    schedule.close();
  }

  private Schedule start(String name, Duration interval, boolean alone, TestConnections through) {
    var setting =
        new Setting(through, name + COUNT.incrementAndGet(), Clock.SYSTEM, ZoneOffset.UTC, alone);
    var schedule = Schedule.start(setting, List.of(due(name, interval)), QUICK);
    schedules.add(schedule);
    return schedule;
  }

  private Due due(String worker, Duration interval) {
    return new Due(
        "cycle", "cycle", new Rhythm.Every(interval), Missed.MADE_UP, () -> begun.add(worker));
  }

  private String next() throws InterruptedException {
    var worker = begun.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertTrue(worker != null, "nobody began anything");
    return String.valueOf(worker);
  }
}
