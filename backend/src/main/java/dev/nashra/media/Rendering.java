package dev.nashra.media;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A file made from a report: a card, an image for a network, audio, or a reel.
 *
 * @param file its path below the media folder, with {@code /} between parts
 * @param width pixels, 0 for audio
 * @param duration null for images
 */
public record Rendering(
    long id,
    long storyId,
    long reportId,
    RenderingKind kind,
    String file,
    String mediaType,
    long bytes,
    int width,
    int height,
    @Nullable Duration duration) {}
