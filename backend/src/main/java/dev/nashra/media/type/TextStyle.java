package dev.nashra.media.type;

/**
 * How a paragraph is set.
 *
 * @param fonts the weight
 * @param reading language and direction
 * @param maxSize the size wanted, in pixels
 * @param minSize below this a text is cut with an ellipsis rather than set smaller
 * @param pitch from baseline to baseline, in sizes; see {@link #pitchFor}
 * @param maxLines more are cut
 * @param wrap how lines share the words
 */
public record TextStyle(
    FontStack fonts,
    Reading reading,
    double maxSize,
    double minSize,
    double pitch,
    int maxLines,
    Wrap wrap) {

  /** How the words of a paragraph are spread over its lines. */
  public enum Wrap {
    /** Lines of about the same length: headlines and captions. */
    BALANCED,
    /** Lines filled one after the other, but no lonely word at the end: body text. */
    FILLED
  }

  public TextStyle {
    if (minSize <= 0 || maxSize < minSize || pitch <= 0 || maxLines < 1) {
      throw new IllegalArgumentException("sizes, pitch and lines must be positive and in order");
    }
  }

  /** A bold, balanced headline or caption. */
  public static TextStyle headline(
      Faces faces, Reading reading, double maxSize, double minSize, int maxLines) {
    var pitch = pitchFor(reading, 1.14, 1.36);
    return new TextStyle(faces.bold(), reading, maxSize, minSize, pitch, maxLines, Wrap.BALANCED);
  }

  /** A regular paragraph. */
  public static TextStyle body(
      Faces faces, Reading reading, double maxSize, double minSize, int maxLines) {
    var pitch = pitchFor(reading, 1.38, 1.56);
    return new TextStyle(faces.regular(), reading, maxSize, minSize, pitch, maxLines, Wrap.FILLED);
  }

  /** One line in one size, shrunk or cut when the box is too narrow. */
  public static TextStyle label(FontStack fonts, Reading reading, double size) {
    return new TextStyle(fonts, reading, size, size * 0.8, 1.3, 1, Wrap.FILLED);
  }

  /** Arabic letters reach higher and lower than Latin ones and want more air between lines. */
  public static double pitchFor(Reading reading, double leftToRight, double rightToLeft) {
    return reading.isRightToLeft() ? rightToLeft : leftToRight;
  }

  /** The same style in exactly one size. */
  public TextStyle atSize(double size) {
    return new TextStyle(fonts, reading, size, size, pitch, maxLines, wrap);
  }
}
