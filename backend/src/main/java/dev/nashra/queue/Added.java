package dev.nashra.queue;

/**
 * What became of a task that was to be queued.
 *
 * @param id its number
 * @param isNew false when a live task with its unique key was there: that one is meant, unchanged
 */
public record Added(long id, boolean isNew) {}
