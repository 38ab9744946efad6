package dev.nashra.config;

/** What a process of the newsroom does. */
public enum Role {
  /** Cycles. */
  CYCLE,
  /** The tasks of all queues. */
  QUEUE,
  /** Pages. */
  WEB,
  /** What readers write to the bot: it is asked for, or let in. */
  BOT
}
