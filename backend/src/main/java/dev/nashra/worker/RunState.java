package dev.nashra.worker;

/** The states of a run; every one but the first two is an end. */
public enum RunState {
  /** For a free slot. */
  WAITING,
  RUNNING,
  DONE,
  FAILED,
  TIMED_OUT,
  STOPPED,
  SKIPPED,
  /** Its worker died without a word. */
  LOST
}
