package dev.nashra.article;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that an outlet wrote, as stored.
 *
 * @param url the normalised address
 * @param text paragraphs separated by blank lines; may be empty when only a headline is known
 * @param language ISO 639-1, or {@code und}
 * @param published when the outlet says it was published, else when we first saw it
 * @param version 1 for the first wording, one more for each later one
 * @param storyId null until it is clustered
 */
public record Article(
    long id,
    long sourceId,
    String outlet,
    String url,
    String title,
    String text,
    List<String> authors,
    String language,
    Instant published,
    Instant firstSeen,
    @Nullable String image,
    int version,
    @Nullable Long storyId) {}
