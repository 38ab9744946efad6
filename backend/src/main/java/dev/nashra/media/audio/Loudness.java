package dev.nashra.media.audio;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How loud a sound is, as EBU R 128 measures it.
 *
 * @param integrated LUFS over its whole length
 * @param truePeak dBTP
 */
public record Loudness(double integrated, double truePeak) {
  private static final Pattern INTEGRATED = Pattern.compile("(?m)^\\s*I:\\s+(\\S+) LUFS");
  private static final Pattern PEAK = Pattern.compile("(?m)^\\s*Peak:\\s+(\\S+) dBFS");

  /** Below this nothing can be made louder without making the noise the programme. */
  private static final double SILENCE = -60;

  /** Reads the summary that ffmpeg's ebur128 filter prints; null when it printed none. */
  static @Nullable Loudness parse(String output) {
    var summary = output.substring(Math.max(0, output.lastIndexOf("Summary:")));
    var integrated = INTEGRATED.matcher(summary);
    var peak = PEAK.matcher(summary);
    try {
      return integrated.find() && peak.find()
          ? new Loudness(number(integrated.group(1)), number(peak.group(1)))
          : null;
    } catch (NumberFormatException _) {
      return null;
    }
  }

  public boolean isSilence() {
    return !(integrated > SILENCE);
  }

  /** Silence is {@code -inf}. */
  private static double number(String text) {
    return text.equals("-inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(text);
  }
}
