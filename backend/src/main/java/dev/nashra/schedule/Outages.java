package dev.nashra.schedule;

import org.quartz.JobExecutionContext;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.listeners.SchedulerListenerSupport;
import org.quartz.listeners.TriggerListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line when the schedule stops working, as it does while the database is away, and one when it
 * works again. Quartz, which tries again by itself, would write a stack every few seconds.
 */
final class Outages extends SchedulerListenerSupport {
  private static final Logger LOG = LoggerFactory.getLogger("schedule");

  private boolean isOut;

  @Override
  public synchronized void schedulerError(String message, SchedulerException error) {
    if (!isOut) {
      LOG.warn("Nothing can be scheduled now; trying again: {}", root(error).getMessage());
      LOG.debug("{}", message, error);
    }
    isOut = true;
  }

  private static Throwable root(Throwable error) {
    var cause = error.getCause();
    return cause == null ? error : root(cause);
  }

  private synchronized void works() {
    if (isOut) {
      LOG.info("The schedule goes on");
    }
    isOut = false;
  }

  /** Hears the firings, which show that the schedule works. */
  TriggerListenerSupport firings() {
    return new TriggerListenerSupport() {
      @Override
      public String getName() {
        return "outages";
      }

      @Override
      public void triggerFired(Trigger trigger, JobExecutionContext context) {
        works();
      }
    };
  }
}
