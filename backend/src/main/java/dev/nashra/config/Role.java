package dev.nashra.config;

/** What a process of the newsroom does. */
public enum Role {
  /** Cycles. */
  CYCLE,
  /** The tasks of all queues. */
  QUEUE,
  /** Pages. */
  WEB
}
