package dev.nashra.worker;

/**
 * The configured timeouts, each set by the environment variable {@code NAME_TIMEOUT} in seconds.
 */
public enum TimeoutType {
  SCRAPING,
  CLUSTERING,
  REPORTS,
  SOCIAL_MEDIA,
  IMAGES,
  AUDIO,
  VIDEO,
  PUBLISHING,
  BROADCAST,
  CLEANUP,
  HEALTH
}
