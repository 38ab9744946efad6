package dev.nashra.worker;

/** Thrown in place of a transaction by a run that has been recorded as ended. */
public final class RunEnded extends RuntimeException {
  private static final long serialVersionUID = 1;

  public RunEnded(long runId) {
    super("run " + runId + " has ended; what it still does is not stored");
  }
}
