package dev.nashra.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartz.JobBuilder;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins what is due, in one rhythm with all other workers on the same database.
 *
 * <p>When a rhythm in the settings differs from the one in the database, the worker that starts
 * changes it for all.
 */
public final class Schedule implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("schedule");

  /** All workers on one database must call it the same. */
  private static final String NAME = "nashra";

  private final Scheduler scheduler;
  private final Map<String, Due> dues;
  private final Setting setting;
  private final Precision precision;

  private Schedule(
      Scheduler scheduler, Map<String, Due> dues, Setting setting, Precision precision) {
    this.scheduler = scheduler;
    this.dues = dues;
    this.setting = setting;
    this.precision = precision;
  }

  /**
   * Where a schedule runs.
   *
   * @param connections to the database that it shares with the others
   * @param worker the name of this one, unlike that of any other
   * @param clock for the times in messages; Quartz uses the machine's
   * @param zone of the times in messages
   * @param isAlone whether no other worker is there, so that this one gives the time: what is made
   *     up for begins at once, and again after each interval
   */
  public record Setting(
      ConnectionProvider connections,
      String worker,
      InstantSource clock,
      ZoneId zone,
      boolean isAlone) {}

  /**
   * How exactly time is kept.
   *
   * @param look how often the database is asked at least
   * @param checkIn how often a worker says that it is there; soon after, others take over from it
   * @param late from when on a time counts as missed
   */
  record Precision(Duration look, Duration checkIn, Duration late) {
    static final Precision USUAL =
        new Precision(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(60));
  }

  /** Starts to begin what is due. */
  public static Schedule start(Setting setting, List<Due> dues) {
    return start(setting, dues, Precision.USUAL);
  }

  static Schedule start(Setting setting, List<Due> dues, Precision precision) {
    var byName =
        dues.stream().collect(Collectors.toUnmodifiableMap(Due::name, Function.identity()));
    try {
      DBConnectionManager.getInstance()
          .addConnectionProvider(setting.worker(), setting.connections());
      var scheduler = new StdSchedulerFactory(properties(setting, precision)).getScheduler();
      // Quartz keeps one scheduler of a name for each process.
      SchedulerRepository.getInstance().remove(NAME);
      var schedule = new Schedule(scheduler, byName, setting, precision);
      schedule.prepare();
      scheduler.start();
      return schedule;
    } catch (SchedulerException e) {
      throw new IllegalStateException("the schedule could not be started", e);
    }
  }

  private static Properties properties(Setting setting, Precision precision) {
    var properties = new Properties();
    Map.ofEntries(
            Map.entry("scheduler.instanceName", NAME),
            Map.entry("scheduler.instanceId", setting.worker()),
            Map.entry("scheduler.skipUpdateCheck", "true"),
            Map.entry("scheduler.makeSchedulerThreadDaemon", "true"),
            Map.entry("scheduler.idleWaitTime", millis(precision.look())),
            Map.entry("scheduler.threadsInheritContextClassLoaderOfInitializer", "true"),
            Map.entry("threadPool.class", "org.quartz.simpl.SimpleThreadPool"),
            Map.entry("threadPool.threadCount", "2"),
            Map.entry("threadPool.makeThreadsDaemons", "true"),
            Map.entry("jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX"),
            Map.entry(
                "jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate"),
            Map.entry("jobStore.dataSource", setting.worker()),
            Map.entry("jobStore.tablePrefix", "schedule_"),
            Map.entry("jobStore.useProperties", "true"),
            Map.entry("jobStore.isClustered", "true"),
            Map.entry("jobStore.clusterCheckinInterval", millis(precision.checkIn())),
            Map.entry("jobStore.misfireThreshold", millis(precision.late())))
        .forEach((key, value) -> properties.put("org.quartz." + key, value));
    return properties;
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }

  private void prepare() throws SchedulerException {
    var outages = new Outages();
    scheduler.getListenerManager().addSchedulerListener(outages);
    scheduler.getListenerManager().addTriggerListener(outages.firings());
    scheduler
        .getListenerManager()
        .addTriggerListener(new MissedTimes(dues, setting.clock(), setting.zone()));
    scheduler.setJobFactory((bundle, _) -> firing(bundle.getJobDetail().getKey().getName()));
    for (var due : dues.values()) {
      var job = JobBuilder.newJob(Firing.class).withIdentity(due.name()).storeDurably().build();
      scheduler.addJob(job, true);
      keep(due);
    }
  }

  private Firing firing(String name) {
    var due = dues.get(name);
    return new Firing(
        name, due == null ? () -> LOG.info("Another worker's {} is not known", name) : due.begin());
  }

  private void keep(Due due) throws SchedulerException {
    var known = scheduler.getTrigger(TriggerKey.triggerKey(due.name()));
    if (known == null) {
      add(due);
    } else if (setting.isAlone() && beginsAtOnce(due)) {
      beginNow(due, known);
    } else if (!due.rhythm().isKeptBy(known)) {
      var changed = due.rhythm().trigger(due.name(), next(due, known), due.missed());
      scheduler.rescheduleJob(changed.getKey(), changed);
      LOG.info("The {} has another rhythm from now on, for all workers", due.title());
    }
  }

  private void add(Due due) throws SchedulerException {
    var now = setting.clock().instant();
    var first =
        due.rhythm() instanceof Rhythm.Every(Duration interval) && !beginsAtOnce(due)
            ? now.plus(interval)
            : now;
    try {
      scheduler.scheduleJob(due.rhythm().trigger(due.name(), first, due.missed()));
    } catch (ObjectAlreadyExistsException _) {
      // Another worker that starts at the same moment was quicker.
    }
  }

  private static boolean beginsAtOnce(Due due) {
    return due.rhythm() instanceof Rhythm.Every && due.missed() == Due.Missed.MADE_UP;
  }

  private void beginNow(Due due, Trigger known) throws SchedulerException {
    var now = setting.clock().instant();
    var time = known.getNextFireTime();
    if (time != null && time.toInstant().plus(precision.late()).isBefore(now)) {
      LOG.warn("{}", MissedTimes.words(due, time.toInstant(), now, setting.zone()));
    }
    var trigger = due.rhythm().trigger(due.name(), now, due.missed());
    scheduler.rescheduleJob(trigger.getKey(), trigger);
  }

  /** After the last time by the new interval; now when that is past. */
  private Instant next(Due due, Trigger known) {
    var now = setting.clock().instant();
    var last = known.getPreviousFireTime();
    if (last == null
        || !(known instanceof SimpleTrigger)
        || !(due.rhythm() instanceof Rhythm.Every(Duration interval))) {
      return now;
    }
    var next = last.toInstant().plus(interval);
    return next.isBefore(now) ? now : next;
  }

  /** Fires no more; what was begun goes on. */
  @Override
  public void close() {
    try {
      scheduler.shutdown(false);
    } catch (SchedulerException e) {
      LOG.warn("The schedule did not stop in good order: {}", e.toString());
    }
  }
}
