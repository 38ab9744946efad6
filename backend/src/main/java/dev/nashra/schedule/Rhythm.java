package dev.nashra.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.ScheduleBuilder;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;

/** When something is due again. */
public sealed interface Rhythm {
  /** Again and again after so long. */
  record Every(Duration interval) implements Rhythm {}

  /** Once a day at this time of that zone; in the night of a change of clocks perhaps later. */
  record Daily(LocalTime time, ZoneId zone) implements Rhythm {}

  /**
   * As Quartz knows it.
   *
   * @param first not before this moment
   */
  default Trigger trigger(String name, Instant first, Due.Missed missed) {
    return TriggerBuilder.newTrigger()
        .withIdentity(name)
        .forJob(name)
        .startAt(Date.from(first))
        .withSchedule(schedule(missed == Due.Missed.MADE_UP))
        .build();
  }

  private ScheduleBuilder<? extends Trigger> schedule(boolean madeUp) {
    return switch (this) {
      case Every(Duration interval) -> {
        var every =
            SimpleScheduleBuilder.simpleSchedule()
                .withIntervalInMilliseconds(interval.toMillis())
                .repeatForever();
        yield madeUp
            ? every.withMisfireHandlingInstructionNowWithExistingCount()
            : every.withMisfireHandlingInstructionNextWithRemainingCount();
      }
      case Daily(LocalTime time, ZoneId zone) -> {
        var daily =
            CronScheduleBuilder.dailyAtHourAndMinute(time.getHour(), time.getMinute())
                .inTimeZone(TimeZone.getTimeZone(zone));
        yield madeUp
            ? daily.withMisfireHandlingInstructionFireAndProceed()
            : daily.withMisfireHandlingInstructionDoNothing();
      }
    };
  }

  /** Whether a trigger that is there already keeps this rhythm. */
  default boolean isKeptBy(Trigger trigger) {
    var wanted = trigger(trigger.getKey().getName(), Instant.EPOCH, Due.Missed.MADE_UP);
    return switch (trigger) {
      case SimpleTrigger known ->
          wanted instanceof SimpleTrigger simple
              && simple.getRepeatInterval() == known.getRepeatInterval();
      case CronTrigger known ->
          wanted instanceof CronTrigger cron
              && cron.getCronExpression().equals(known.getCronExpression())
              && cron.getTimeZone().getID().equals(known.getTimeZone().getID());
      default -> false;
    };
  }

  /** How many times lie between one that was missed and now, the missed one included. */
  default long missed(Instant since, Instant now) {
    var interval = this instanceof Every(Duration every) ? every : Duration.ofDays(1);
    return 1 + Math.max(0, Duration.between(since, now).dividedBy(interval));
  }
}
