package dev.nashra.media.card;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads the operator's logo, bounded in bytes and pixels, and makes it small. */
public final class LogoFile {
  private static final long MAX_BYTES = 8L << 20;
  private static final int MAX_PIXELS = 4096 * 4096;

  /** More than any format draws. */
  private static final int WORKING_HEIGHT = 256;

  private static final int FAINT = 8;

  private LogoFile() {}

  /**
   * The logo at a working size.
   *
   * @throws UnusableLogoException if it is missing, too large or no picture
   */
  public static BufferedImage read(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new UnusableLogoException(file, "is larger than 8 MB", null);
      }
      try (var in = ImageIO.createImageInputStream(file.toFile())) {
        return smaller(trimmed(decode(file, in)));
      }
    } catch (IOException | RuntimeException e) {
      if (e instanceof UnusableLogoException known) {
        throw known;
      }
      throw new UnusableLogoException(file, "cannot be read", e);
    }
  }

  /** The average colour of what can be seen of it. */
  static Color tone(BufferedImage logo) {
    long red = 0;
    long green = 0;
    long blue = 0;
    long weight = 1;
    for (int y = 0; y < logo.getHeight(); y++) {
      for (int x = 0; x < logo.getWidth(); x++) {
        var pixel = new Color(logo.getRGB(x, y), true);
        red += (long) pixel.getRed() * pixel.getAlpha();
        green += (long) pixel.getGreen() * pixel.getAlpha();
        blue += (long) pixel.getBlue() * pixel.getAlpha();
        weight += pixel.getAlpha();
      }
    }
    return new Color((int) (red / weight), (int) (green / weight), (int) (blue / weight));
  }

  private static BufferedImage decode(Path file, ImageInputStream in) throws IOException {
    var readers = ImageIO.getImageReaders(in);
    if (!readers.hasNext()) {
      throw new UnusableLogoException(file, "is no PNG, JPEG, GIF or BMP picture", null);
    }
    ImageReader reader = readers.next();
    try {
      reader.setInput(in, true, true);
      if ((long) reader.getWidth(0) * reader.getHeight(0) > MAX_PIXELS) {
        throw new UnusableLogoException(file, "has more than 16 million pixels", null);
      }
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  /** Without the transparent border, so that it stands in line with the text. */
  private static BufferedImage trimmed(BufferedImage logo) {
    if (!logo.getColorModel().hasAlpha()) {
      return logo;
    }
    var left = logo.getWidth();
    var right = -1;
    var top = logo.getHeight();
    var bottom = -1;
    for (int y = 0; y < logo.getHeight(); y++) {
      for (int x = 0; x < logo.getWidth(); x++) {
        if (logo.getRGB(x, y) >>> 24 > FAINT) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    return right < 0 ? logo : logo.getSubimage(left, top, right - left + 1, bottom - top + 1);
  }

  /** Halves it until one good step is left, which keeps fine lines. */
  private static BufferedImage smaller(BufferedImage logo) {
    var small = logo;
    while (small.getHeight() >= 2 * WORKING_HEIGHT) {
      small = scaled(small, Math.max(1, small.getWidth() / 2), small.getHeight() / 2);
    }
    return scaled(small, small.getWidth(), small.getHeight());
  }

  private static BufferedImage scaled(BufferedImage image, int width, int height) {
    var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return scaled;
  }
}
