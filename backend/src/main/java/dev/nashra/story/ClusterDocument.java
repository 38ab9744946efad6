package dev.nashra.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the clustering reads of an article.
 *
 * @param body null or empty when only the headline is known
 * @param language an ISO 639 code; null to judge by the text itself
 * @param published null when it is not known
 */
public record ClusterDocument(
    String id,
    String title,
    @Nullable String body,
    @Nullable String language,
    @Nullable Instant published) {}
