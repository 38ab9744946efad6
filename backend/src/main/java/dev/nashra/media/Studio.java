package dev.nashra.media;

import dev.nashra.media.ffmpeg.Ffmpeg;
import dev.nashra.media.voice.Speaker;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tools that sound and video are made with, found when they are first needed. What is missing
 * is looked for again the next time: an operator may install it while we run.
 */
public final class Studio {
  private final Path cache;
  private final Optional<Path> ffmpegPath;
  private final Optional<Path> espeakPath;

  /** Guarded by this, as is {@link #speaker}. */
  private @Nullable Ffmpeg ffmpeg;

  private @Nullable Speaker speaker;

  /**
   * @param cache where bundled tools are unpacked
   * @param ffmpegPath the operator's ffmpeg, to be used and no other
   * @param espeakPath the operator's espeak-ng
   */
  public Studio(Path cache, Optional<Path> ffmpegPath, Optional<Path> espeakPath) {
    this.cache = cache;
    this.ffmpegPath = ffmpegPath;
    this.espeakPath = espeakPath;
  }

  /**
   * @throws dev.nashra.media.ffmpeg.FfmpegNotFound when there is none that works; says what to do
   */
  public synchronized Ffmpeg ffmpeg() throws InterruptedException {
    var found = ffmpeg;
    if (found == null) {
      found = Ffmpeg.find(cache, ffmpegPath);
      ffmpeg = found;
    }
    return found;
  }

  /** Empty when this machine has no voice. */
  public synchronized Optional<Speaker> speaker() throws InterruptedException {
    if (speaker == null) {
      speaker = Speaker.find(cache, espeakPath).orElse(null);
    }
    return Optional.ofNullable(speaker);
  }
}
