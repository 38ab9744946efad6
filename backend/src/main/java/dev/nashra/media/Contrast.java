package dev.nashra.media;

import java.awt.Color;

/**
 * Whether one colour can be read on another, as WCAG 2.2 measures it: from 1 (the same) to 21
 * (black on white); 4.5 is readable text.
 */
public final class Contrast {
  public static final double TEXT = 4.5;

  private static final int STEPS = 40;

  private Contrast() {}

  public static double ratio(Color one, Color other) {
    var lighter = Math.max(luminance(one), luminance(other));
    var darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  /** From 0, black, to 1, white. */
  public static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  /** White or black, whichever is easier to read there. */
  public static Color extremeOn(Color ground) {
    return ratio(Color.WHITE, ground) >= ratio(Color.BLACK, ground) ? Color.WHITE : Color.BLACK;
  }

  /** The colour itself, or the nearest step towards white or black that reaches the ratio. */
  public static Color reaching(double ratio, Color color, Color ground) {
    var extreme = extremeOn(ground);
    for (int step = 0; step < STEPS; step++) {
      var candidate = mix(color, extreme, (double) step / STEPS);
      if (ratio(candidate, ground) >= ratio) {
        return candidate;
      }
    }
    return extreme;
  }

  /** {@code share} of the other colour in the first. */
  public static Color mix(Color one, Color other, double share) {
    return new Color(
        between(one.getRed(), other.getRed(), share),
        between(one.getGreen(), other.getGreen(), share),
        between(one.getBlue(), other.getBlue(), share));
  }

  /** The colour with this opacity, from 0 to 1. */
  public static Color veil(Color color, double opacity) {
    var alpha = (int) Math.round(255 * opacity);
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  private static int between(int one, int other, double share) {
    return (int) Math.round(one + (other - one) * share);
  }

  private static double linear(int channel) {
    var value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
