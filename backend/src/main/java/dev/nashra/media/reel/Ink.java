package dev.nashra.media.reel;

import java.awt.Color;

/** A colour as video knows it: BT.709, limited range. */
record Ink(byte luma, byte blue, byte red) {
  static Ink of(Color color) {
    return of(color.getRGB());
  }

  static Ink of(int rgb) {
    return new Ink((byte) luma(rgb), (byte) blue(rgb), (byte) red(rgb));
  }

  /** In units of 1/65536, rounded. */
  static int luma(int rgb) {
    return (11966 * r(rgb) + 40254 * g(rgb) + 4064 * b(rgb) + (16 << 16) + 32768) >> 16;
  }

  static int blue(int rgb) {
    return (-6596 * r(rgb) - 22189 * g(rgb) + 28784 * b(rgb) + (128 << 16) + 32768) >> 16;
  }

  static int red(int rgb) {
    return (28784 * r(rgb) - 26145 * g(rgb) - 2640 * b(rgb) + (128 << 16) + 32768) >> 16;
  }

  private static int r(int rgb) {
    return rgb >> 16 & 0xff;
  }

  private static int g(int rgb) {
    return rgb >> 8 & 0xff;
  }

  private static int b(int rgb) {
    return rgb & 0xff;
  }
}
