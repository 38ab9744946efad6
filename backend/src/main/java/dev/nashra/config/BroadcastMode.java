package dev.nashra.config;

/** How bulletin and digest are made. */
public enum BroadcastMode {
  /** By one job. */
  UNIFIED,
  /** By two jobs, one after the other. */
  SEPARATE
}
