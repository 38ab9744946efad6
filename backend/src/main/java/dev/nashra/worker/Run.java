package dev.nashra.worker;

/** One execution of a job, as its own code and its transactions know it. */
public final class Run {
  private final long id;
  private volatile boolean ended;

  public Run(long id) {
    this.id = id;
  }

  public long id() {
    return id;
  }

  /**
   * Whether this process has ended the run. The record of it may follow later, when the database
   * was away.
   */
  public boolean isEnded() {
    return ended;
  }

  void end() {
    ended = true;
  }
}
