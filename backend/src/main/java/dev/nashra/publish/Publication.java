package dev.nashra.publish;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One publication as operators see it.
 *
 * @param headline the first line of its post
 * @param error what went wrong last; null when nothing did
 */
public record Publication(
    long id,
    String account,
    Format format,
    long storyId,
    long postId,
    String headline,
    PublicationState state,
    int attempts,
    Instant planned,
    @Nullable Instant armed,
    @Nullable Instant published,
    @Nullable String remoteUrl,
    @Nullable String error) {}
