package dev.nashra.config;

/** The two ways to run a cycle. */
public enum WorkerType {
  /** One job at a time, no timeouts, the first failure ends the cycle. */
  ORIGINAL,
  /** Timeouts that stop work, stages in parallel, failures that stay where they happen. */
  IMPROVED
}
