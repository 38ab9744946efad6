package dev.nashra.media.reel;

import java.awt.image.BufferedImage;

/** A ground larger than the frame, so that the frame can wander over it. */
final class Backdrop {
  private final int width;
  private final int height;
  private final byte[] luma;
  private final byte[] blue;
  private final byte[] red;

  /**
   * @param picture of even width and height, neither smaller than a frame
   */
  Backdrop(BufferedImage picture) {
    width = picture.getWidth();
    height = picture.getHeight();
    luma = new byte[width * height];
    blue = new byte[width * height / 4];
    red = new byte[blue.length];
    var rows = new int[2 * width];
    for (int y = 0; y < height; y += 2) {
      picture.getRGB(0, y, width, 2, rows, 0, width);
      convert(rows, y);
    }
  }

  /** Copies the part of it whose corner is at this point over the whole frame, within its clip. */
  void drawOnto(Frame frame, int x, int y) {
    int left = frame.left();
    int length = frame.right() - left;
    if (length <= 0) {
      return;
    }
    for (int row = 0; row < Frame.HEIGHT; row++) {
      System.arraycopy(
          luma, (y + row) * width + x + left, frame.planes, Frame.lumaAt(left, row), length);
    }
    for (int row = 0; row < Frame.HEIGHT; row += 2) {
      int from = (y + row) / 2 * (width / 2) + (x + left) / 2;
      System.arraycopy(blue, from, frame.planes, Frame.blueAt(left, row), length / 2);
      System.arraycopy(red, from, frame.planes, Frame.redAt(left, row), length / 2);
    }
  }

  private void convert(int[] rows, int y) {
    for (int i = 0; i < rows.length; i++) {
      luma[y * width + i] = (byte) Ink.luma(rows[i]);
    }
    for (int x = 0; x < width; x += 2) {
      int mean = mean(rows[x], rows[x + 1], rows[x + width], rows[x + width + 1]);
      int at = y / 2 * (width / 2) + x / 2;
      blue[at] = (byte) Ink.blue(mean);
      red[at] = (byte) Ink.red(mean);
    }
  }

  private static int mean(int a, int b, int c, int d) {
    int mean = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int sum =
          (a >> shift & 0xff) + (b >> shift & 0xff) + (c >> shift & 0xff) + (d >> shift & 0xff);
      mean |= ((sum + 2) / 4) << shift;
    }
    return mean;
  }
}
