package dev.nashra.media.reel;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A video that was made of a story.
 *
 * @param spoken whether a voice is heard in it
 */
public record Reel(
    Path file, Duration duration, long bytes, int width, int height, boolean spoken) {}
