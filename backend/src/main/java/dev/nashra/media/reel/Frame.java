package dev.nashra.media.reel;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** One picture of the video: planes of luma and, at half the size, of chroma. */
final class Frame {
  static final int WIDTH = 1080;
  static final int HEIGHT = 1920;
  static final int CHROMA_WIDTH = WIDTH / 2;
  static final int CHROMA_HEIGHT = HEIGHT / 2;

  private static final int LUMA_BYTES = WIDTH * HEIGHT;
  private static final int CHROMA_BYTES = CHROMA_WIDTH * CHROMA_HEIGHT;

  /** The three planes one after the other, as they are written. */
  final byte[] planes = new byte[LUMA_BYTES + 2 * CHROMA_BYTES];

  /** Drawing touches only the columns from here. */
  private int left;

  /** Drawing touches only the columns before this. */
  private int right = WIDTH;

  static int lumaAt(int x, int y) {
    return y * WIDTH + x;
  }

  static int blueAt(int x, int y) {
    return LUMA_BYTES + y / 2 * CHROMA_WIDTH + x / 2;
  }

  static int redAt(int x, int y) {
    return blueAt(x, y) + CHROMA_BYTES;
  }

  int left() {
    return left;
  }

  int right() {
    return right;
  }

  /** Restricts drawing to columns; both even. */
  void clip(int from, int to) {
    left = Math.clamp(from, 0, WIDTH) & ~1;
    right = Math.clamp(to, 0, WIDTH) & ~1;
  }

  /** Fills a rectangle; all but the height of it is rounded to even pixels. */
  void fill(int x, int y, int width, int height, Ink ink) {
    int from = Math.max(x & ~1, left);
    int to = Math.min((x + width) & ~1, right);
    for (int row = y; row < y + height && from < to; row++) {
      Arrays.fill(planes, lumaAt(from, row), lumaAt(to, row), ink.luma());
      if ((row & 1) == 0) {
        Arrays.fill(planes, blueAt(from, row), blueAt(to, row), ink.blue());
        Arrays.fill(planes, redAt(from, row), redAt(to, row), ink.red());
      }
    }
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(planes);
  }
}
