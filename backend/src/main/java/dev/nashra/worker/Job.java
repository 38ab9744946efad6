package dev.nashra.worker;

/**
 * A unit of the newsroom's work that a cycle runs.
 *
 * <p>A job derives what to do from the state of the newsroom ("stories without a card"), so that
 * one cut off anywhere is finished by the next cycle, and does one item after the other so that one
 * bad item does not cost the others.
 */
public interface Job {
  /** The job's seed name, such as {@code scrape_news}: unique, and stable for ever. */
  String name();

  /** Which of the configured timeouts bounds a run of this job. */
  TimeoutType timeoutType();

  /**
   * Does the work. An exception ends this run as failed; the items done before it stay done.
   *
   * @throws InterruptedException when the run is stopped
   */
  JobResult run(JobContext context) throws Exception;
}
