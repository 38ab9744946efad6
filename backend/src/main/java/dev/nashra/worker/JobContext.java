package dev.nashra.worker;

import dev.nashra.time.Cancellation;
import java.time.InstantSource;

/**
 * What a run gives its job: the clock, the way it is stopped, and a place to say how far it is.
 *
 * @param runId the run's number
 * @param clock the newsroom's clock
 * @param cancellation cancelled when the run is stopped; jobs that loop without waiting ask it
 * @param progress told now and then how far the job is
 */
public record JobContext(
    long runId, InstantSource clock, Cancellation cancellation, Progress progress) {

  /** Hears how far a job is: shown on the terminal, never stored. */
  @FunctionalInterface
  public interface Progress {
    Progress SILENT = (done, total) -> {};

    /** {@code total} is 0 when it is not known. */
    void at(long done, long total);
  }
}
