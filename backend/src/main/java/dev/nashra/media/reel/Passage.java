package dev.nashra.media.reel;

import dev.nashra.media.audio.Line;
import java.time.Duration;

/**
 * A sentence with the time at which it is heard.
 *
 * @param end when the voice has finished it; the next passage begins after a pause
 */
record Passage(Line line, Duration start, Duration end) {}
