package dev.nashra.media.reel;

import dev.nashra.media.audio.Loudness;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A video that was made of a story.
 *
 * @param spoken whether a voice is heard in it
 * @param loudness measured in the file
 */
public record Reel(
    Path file,
    Duration duration,
    long bytes,
    int width,
    int height,
    boolean spoken,
    Loudness loudness) {}
