package dev.nashra.media.reel;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** Something drawn once that is laid over frames, opaque or fading, at its place or beside it. */
final class Layer {
  private static final int OPAQUE = 256;

  private final int x;
  private final int y;
  private final int width;
  private final int height;
  private final byte[] luma;
  private final byte[] alpha;
  private final byte[] blue;
  private final byte[] red;
  private final byte[] chromaAlpha;

  /**
   * Draws a layer.
   *
   * @param area what the drawing may touch, in frame coordinates
   * @param drawing draws in frame coordinates
   */
  static Layer draw(Rectangle2D area, Consumer<Graphics2D> drawing) {
    int left = Math.max(0, (int) Math.floor(area.getMinX()) - 2) & ~1;
    int top = Math.max(0, (int) Math.floor(area.getMinY()) - 2) & ~1;
    int right = Math.min(Frame.WIDTH, ((int) Math.ceil(area.getMaxX()) + 3) & ~1);
    int bottom = Math.min(Frame.HEIGHT, ((int) Math.ceil(area.getMaxY()) + 3) & ~1);
    int width = Math.max(2, right - left);
    int height = Math.max(2, bottom - top);
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    var graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.translate(-left, -top);
    drawing.accept(graphics);
    graphics.dispose();
    return new Layer(picture, left, top);
  }

  private Layer(BufferedImage picture, int x, int y) {
    this.x = x;
    this.y = y;
    width = picture.getWidth();
    height = picture.getHeight();
    luma = new byte[width * height];
    alpha = new byte[luma.length];
    blue = new byte[luma.length / 4];
    red = new byte[blue.length];
    chromaAlpha = new byte[blue.length];
    var rows = new int[2 * width];
    for (int row = 0; row < height; row += 2) {
      picture.getRGB(0, row, width, 2, rows, 0, width);
      convert(rows, row);
    }
  }

  /** Where it stands when it is not moved. */
  int top() {
    return y;
  }

  /**
   * Blends it onto a frame.
   *
   * @param opacity from 0 to 1
   * @param dx how far to the right of its place, in pixels, rounded to even ones
   */
  void drawOnto(Frame frame, double opacity, int dx, int dy) {
    int strength = (int) Math.round(opacity * OPAQUE);
    if (strength <= 0) {
      return;
    }
    int left = x + (dx & ~1);
    int top = y + (dy & ~1);
    int from = Math.max(frame.left(), left);
    int to = Math.min(frame.right(), left + width);
    for (int row = Math.max(0, top); row < Math.min(Frame.HEIGHT, top + height); row++) {
      if (from < to) {
        int own = (row - top) * width + from - left;
        blend(frame.planes, Frame.lumaAt(from, row), luma, alpha, own, to - from, strength);
        if ((row & 1) == 0) {
          blendChroma(
              frame,
              from,
              row,
              ((row - top) / 2) * (width / 2) + (from - left) / 2,
              (to - from) / 2,
              strength);
        }
      }
    }
  }

  private void blendChroma(Frame frame, int from, int row, int own, int count, int strength) {
    blend(frame.planes, Frame.blueAt(from, row), blue, chromaAlpha, own, count, strength);
    blend(frame.planes, Frame.redAt(from, row), red, chromaAlpha, own, count, strength);
  }

  private static void blend(
      byte[] under, int at, byte[] over, byte[] alpha, int own, int count, int strength) {
    for (int i = 0; i < count; i++) {
      int cover = (alpha[own + i] & 0xff) * strength;
      if (cover != 0) {
        int below = under[at + i] & 0xff;
        int above = over[own + i] & 0xff;
        // 255 * 256 is full cover.
        under[at + i] = (byte) ((below * (65_280 - cover) + above * cover + 32_640) / 65_280);
      }
    }
  }

  private void convert(int[] rows, int y) {
    for (int i = 0; i < rows.length; i++) {
      luma[y * width + i] = (byte) Ink.luma(rows[i]);
      alpha[y * width + i] = (byte) (rows[i] >>> 24);
    }
    for (int x = 0; x < width; x += 2) {
      convertChroma(rows, x, y / 2 * (width / 2) + x / 2);
    }
  }

  /** The mean of four pixels, each counting as much as it can be seen. */
  private void convertChroma(int[] rows, int x, int at) {
    int visible = 0;
    int blueSum = 0;
    int redSum = 0;
    for (int i = 0; i < 4; i++) {
      int pixel = rows[x + (i & 1) + (i >> 1) * width];
      int cover = pixel >>> 24;
      visible += cover;
      blueSum += Ink.blue(pixel) * cover;
      redSum += Ink.red(pixel) * cover;
    }
    chromaAlpha[at] = (byte) (visible / 4);
    blue[at] = (byte) (visible == 0 ? 128 : blueSum / visible);
    red[at] = (byte) (visible == 0 ? 128 : redSum / visible);
  }
}
