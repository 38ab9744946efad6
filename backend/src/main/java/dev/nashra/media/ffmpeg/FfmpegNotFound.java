package dev.nashra.media.ffmpeg;

/** There is no ffmpeg that works; the message says what to do. */
public final class FfmpegNotFound extends RuntimeException {
  FfmpegNotFound(String message) {
    super(message);
  }
}
