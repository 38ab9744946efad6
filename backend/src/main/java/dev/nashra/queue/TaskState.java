package dev.nashra.queue;

/** The states of a task; the last three are ends. */
public enum TaskState {
  /** It is not due yet: a delay, or the wait before another attempt. */
  SCHEDULED,
  /** Whoever is free may claim it. */
  READY,
  /** Its owner's turn has not come: a task before it, or a rate limit. */
  WAITING,
  /** A worker has claimed it. */
  RUNNING,
  /** Its handler has done it. */
  DONE,
  /** It will not be tried again by itself: a dead letter. */
  DEAD,
  /** Somebody took it back. */
  CANCELLED;

  public boolean isEnd() {
    return this == DONE || this == DEAD || this == CANCELLED;
  }
}
