package dev.nashra.media.audio;

import java.nio.file.Path;
import java.time.Duration;

/** An audio file that was made of a story. */
public record SpokenStory(Path file, Duration duration, long bytes) {}
