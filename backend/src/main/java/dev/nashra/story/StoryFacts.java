package dev.nashra.story;

import java.time.Instant;

/**
 * What the rank of a story is made from.
 *
 * @param articles how many it has
 * @param outlets how many outlets carry one of them
 * @param latest when the latest of them was published
 */
public record StoryFacts(long id, int articles, int outlets, Instant latest) {}
