package dev.nashra.schedule;

import java.time.Duration;
import java.util.Properties;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fires a cycle at once, and then at a fixed interval. */
public final class CycleSchedule implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CycleSchedule.class);
  private static final String TASK = "cycle";

  private final Scheduler scheduler;

  private CycleSchedule(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Starts firing. A firing that comes while the last cycle still runs waits for it; of several
   * that were missed only one is made up for.
   */
  public static CycleSchedule start(Duration interval, Cycle cycle) {
    try {
      var scheduler = new StdSchedulerFactory(properties()).getScheduler();
      scheduler.getContext().put(TASK, cycle);
      var job = JobBuilder.newJob(Firing.class).withIdentity(TASK).build();
      var trigger =
          TriggerBuilder.newTrigger()
              .withIdentity(TASK)
              .startNow()
              .withSchedule(
                  SimpleScheduleBuilder.simpleSchedule()
                      .withIntervalInMilliseconds(interval.toMillis())
                      .repeatForever()
                      .withMisfireHandlingInstructionNextWithRemainingCount())
              .build();
      scheduler.scheduleJob(job, trigger);
      scheduler.start();
      return new CycleSchedule(scheduler);
    } catch (SchedulerException e) {
      throw new IllegalStateException("the schedule could not be started", e);
    }
  }

  private static Properties properties() {
    var properties = new Properties();
    properties.put("org.quartz.scheduler.instanceName", "nashra");
    properties.put("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.put("org.quartz.threadPool.threadCount", "1");
    properties.put(
        "org.quartz.threadPool.threadsInheritContextClassLoaderOfInitializingThread", "true");
    properties.put("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    return properties;
  }

  /** Fires no more; a cycle that runs goes on. */
  @Override
  public void close() {
    try {
      scheduler.shutdown(false);
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is fired. */
  @FunctionalInterface
  public interface Cycle {
    void run() throws InterruptedException;
  }

  /** Quartz makes these itself, hence the way over the scheduler's context. */
  @DisallowConcurrentExecution
  public static final class Firing implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      try {
        if (context.getScheduler().getContext().get(TASK) instanceof Cycle cycle) {
          cycle.run();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (SchedulerException e) {
        throw new IllegalStateException(e);
      } catch (RuntimeException e) {
        LOG.error("The cycle was cut off; the next one does what it left: {}", rootOf(e), e);
      }
    }

    private static Throwable rootOf(Throwable error) {
      var cause = error.getCause();
      return cause == null ? error : rootOf(cause);
    }
  }
}
