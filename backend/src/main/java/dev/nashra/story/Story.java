package dev.nashra.story;

import java.time.Instant;

/**
 * The articles about one event.
 *
 * @param language ISO 639-1 of its articles, or {@code und}
 * @param updated when an article last joined it or changed
 * @param rank higher is more important; see {@code StoryRank}
 */
public record Story(
    long id,
    String language,
    Instant created,
    Instant updated,
    double rank,
    int articles,
    int outlets) {}
