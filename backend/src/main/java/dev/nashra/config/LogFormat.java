package dev.nashra.config;

/** What log lines look like. */
public enum LogFormat {
  TEXT,
  JSON
}
