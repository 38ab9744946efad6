package dev.nashra.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.quartz.Trigger;
import org.quartz.listeners.TriggerListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log what was missed because no worker was there, and what becomes of it. */
final class MissedTimes extends TriggerListenerSupport {
  private static final Logger LOG = LoggerFactory.getLogger("schedule");
  private static final Duration LONG_AGO = Duration.ofHours(12);

  private final Map<String, Due> dues;
  private final InstantSource clock;
  private final ZoneId zone;

  MissedTimes(Map<String, Due> dues, InstantSource clock, ZoneId zone) {
    this.dues = dues;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public String getName() {
    return "missed times";
  }

  /** Called before the trigger is moved to its next time. */
  @Override
  public void triggerMisfired(Trigger trigger) {
    var due = dues.get(trigger.getKey().getName());
    var time = trigger.getNextFireTime();
    if (due != null && time != null && due.missed() == Due.Missed.MADE_UP) {
      LOG.warn("{}", words(due, time.toInstant(), clock.instant(), zone));
    }
  }

  static String words(Due due, Instant since, Instant now, ZoneId zone) {
    var late = Duration.between(since, now);
    var count = due.rhythm().missed(since, now);
    var pattern = late.compareTo(LONG_AGO) < 0 ? "HH:mm" : "yyyy-MM-dd HH:mm";
    var time = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(zone).format(since);
    return count == 1
        ? "The %s of %s was missed by %s; running now".formatted(due.title(), time, about(late))
        : "The %s was missed %,d times since %s; running once now"
            .formatted(due.title(), count, time);
  }

  private static String about(Duration late) {
    if (late.toMinutes() < 1) {
      return late.toSeconds() + " s";
    }
    return late.toHours() < 1
        ? late.toMinutes() + " min"
        : "%d h %d min".formatted(late.toHours(), late.toMinutesPart());
  }
}
