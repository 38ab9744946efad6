package dev.nashra.media.ffmpeg;

import dev.nashra.process.Outcome;

/** A run of ffmpeg did not do what it was asked. */
public final class FfmpegFailed extends RuntimeException {
  public FfmpegFailed(String what, Outcome outcome) {
    super(what + ": " + outcome.summary());
  }
}
