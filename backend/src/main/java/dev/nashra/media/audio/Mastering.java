package dev.nashra.media.audio;

import dev.nashra.media.ffmpeg.Ffmpeg;
import dev.nashra.media.ffmpeg.FfmpegFailed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Makes speech even and as loud as players expect, in two passes: the first measures, the second
 * corrects by one gain, so that nothing pumps.
 *
 * <p>Mono at -19 LUFS is the same as two channels of it at -16, which is what platforms ask of
 * speech.
 */
public final class Mastering {
  /** LUFS of one channel. */
  public static final double MONO_TARGET = -19;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Rumble out, loud syllables held back a little: what a studio does to a voice. */
  private static final String STUDIO =
      "highpass=f=75,acompressor=threshold=-22dB:ratio=2.5:attack=6:release=120:makeup=2";

  /** Encoders overshoot a little; -1 dBTP is what must not be passed in the end. */
  private static final String LIMITER = "alimiter=limit=0.75:attack=3:release=60:level=false";

  /** EBU R 128, at a tenth of what ffmpeg's loudnorm filter costs. */
  private static final String METER = "ebur128=peak=sample:framelog=quiet";

  private static final String PEAK_METER = "ebur128=peak=true:framelog=quiet";

  private final Ffmpeg ffmpeg;

  public Mastering(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /** How loud a file is. */
  public Loudness measure(Path file) throws InterruptedException {
    return measure(file, PEAK_METER);
  }

  /** The filters that make this mono recording of speech right; whatever their rate is to be. */
  public String filters(Path recording) throws InterruptedException {
    // The level alone is enough here; finding the true peak costs as much again.
    var measured = measure(recording, STUDIO + "," + METER);
    if (measured.isSilence()) {
      return "anull";
    }
    return String.format(
        Locale.ROOT, "%s,volume=%.2fdB,%s", STUDIO, MONO_TARGET - measured.integrated(), LIMITER);
  }

  private Loudness measure(Path file, String filters) throws InterruptedException {
    // The filter says what it found in the log, at the level of information.
    var arguments =
        List.of(
            "-loglevel", "info", "-i", file.toString(), "-vn", "-af", filters, "-f", "null", "-");
    var outcome = ffmpeg.command(arguments).run(PATIENCE);
    var loudness = outcome.succeeded() ? Loudness.parse(outcome.errors()) : null;
    if (loudness == null) {
      throw new FfmpegFailed("measuring the loudness of " + file.getFileName(), outcome);
    }
    return loudness;
  }
}
