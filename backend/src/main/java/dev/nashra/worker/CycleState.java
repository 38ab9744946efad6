package dev.nashra.worker;

/** The states of a cycle; every one but {@link #RUNNING} is an end. */
public enum CycleState {
  RUNNING,
  /** It passed through all stages, whatever became of single jobs. */
  DONE,
  /** A failed job ended it (original mode only). */
  FAILED,
  /** The worker was told to stop. */
  STOPPED,
  /** Its worker died without a word. */
  LOST
}
