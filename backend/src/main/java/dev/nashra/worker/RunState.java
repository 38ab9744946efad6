package dev.nashra.worker;

/** The states of a run; every one but {@link #RUNNING} is an end. */
public enum RunState {
  RUNNING,
  DONE,
  FAILED,
  TIMED_OUT,
  STOPPED,
  SKIPPED,
  /** Its worker died without a word. */
  LOST
}
