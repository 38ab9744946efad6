package dev.nashra.media.reel;

import dev.nashra.media.type.TextBlock;

/**
 * A text that stands on the screen while it is spoken. Times are frames from the reel's beginning.
 *
 * @param start when it appears
 * @param heard when the voice begins it
 * @param silent when the voice has finished it
 * @param end when the next one takes its place
 */
record Page(TextBlock text, int start, int heard, int silent, int end) {
  /** When the voice begins a line: speech is even enough to go by the number of letters. */
  int heard(int line) {
    int before = text.lines().stream().limit(line).mapToInt(l -> l.text().length()).sum();
    int all = Math.max(1, text.lines().stream().mapToInt(l -> l.text().length()).sum());
    return heard + (silent - heard) * before / all;
  }
}
