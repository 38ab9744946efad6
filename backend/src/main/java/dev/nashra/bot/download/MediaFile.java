package dev.nashra.bot.download;

import dev.nashra.telegram.MediaKind;
import java.time.Duration;

/**
 * A file that was downloaded, by its content.
 *
 * @param name in the download's folder
 * @param width of a picture or video; 0 when it is not known, as are the others below
 * @param seconds how long it plays
 * @param title empty when nobody gave it one
 */
public record MediaFile(
    String name,
    MediaKind kind,
    String mediaType,
    long bytes,
    int width,
    int height,
    long seconds,
    String title) {
  Duration duration() {
    return Duration.ofSeconds(seconds);
  }

  MediaFile titled(String other) {
    return new MediaFile(name, kind, mediaType, bytes, width, height, seconds, other);
  }

  /** What readers see of its name: letters and digits of the title, and our extension. */
  String shownName() {
    var words = title.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
    var end = words.offsetByCodePoints(0, Math.min(60, words.codePointCount(0, words.length())));
    var shown = words.substring(0, end).strip().replace(' ', '_');
    return shown.isEmpty() ? name : shown + name.substring(name.lastIndexOf('.'));
  }
}
