package dev.nashra.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One time at which something is due, in the worker that took it. */
@DisallowConcurrentExecution
final class Firing implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(Firing.class);

  private final String name;
  private final Runnable begin;

  Firing(String name, Runnable begin) {
    this.name = name;
    this.begin = begin;
  }

  @Override
  public void execute(JobExecutionContext context) {
    try {
      begin.run();
    } catch (RuntimeException e) {
      LOG.error("{} could not be begun", name, e);
    }
  }
}
