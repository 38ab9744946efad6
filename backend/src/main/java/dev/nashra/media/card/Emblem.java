package dev.nashra.media.card;

import dev.nashra.media.Contrast;
import dev.nashra.media.type.Direction;
import dev.nashra.media.type.FontStack;
import dev.nashra.media.type.TextLine;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** The brand's sign in the header: its logo, or the first letter of its name on a star. */
sealed interface Emblem {
  /** How wide it is at this height. */
  double width(double height);

  void draw(Graphics2D graphics, double x, double y, double height);

  /** The first letter of a name on an eight-pointed star. */
  record Monogram(String name, FontStack fonts, Palette palette) implements Emblem {
    private static final double NOTCH = 0.80;

    @Override
    public double width(double height) {
      return height;
    }

    @Override
    public void draw(Graphics2D graphics, double x, double y, double height) {
      var radius = height / 2;
      graphics.setPaint(palette.accent());
      graphics.fill(
          Shapes.star(
              8, x + radius, y + radius, radius * 1.04, radius * NOTCH * 1.04, Math.PI / 8));
      var letter = TextLine.of(initial(), fonts, Direction.LEFT_TO_RIGHT, height * 0.52).outline();
      var ink = letter.getBounds2D();
      graphics.setPaint(palette.onAccent());
      graphics.fill(
          AffineTransform.getTranslateInstance(
                  x + radius - ink.getCenterX(), y + radius - ink.getCenterY())
              .createTransformedShape(letter));
    }

    private String initial() {
      return name.codePoints()
          .filter(codePoint -> Character.isLetterOrDigit(codePoint) && fonts.covers(codePoint))
          .mapToObj(Character::toString)
          .findFirst()
          .orElse("•")
          .toUpperCase(java.util.Locale.ROOT);
    }
  }

  /** The operator's logo, on a plate when it could not be seen on the ground. */
  record Picture(BufferedImage image, Color tone, Palette palette) implements Emblem {
    private static final double WIDEST = 4;
    private static final double VISIBLE = 1.6;
    private static final double PLATE_PADDING = 0.14;

    @Override
    public double width(double height) {
      var padding = needsPlate() ? 2 * PLATE_PADDING * height : 0;
      return Math.min(WIDEST * height, (height - padding) * image.getWidth() / image.getHeight())
          + padding;
    }

    @Override
    public void draw(Graphics2D graphics, double x, double y, double height) {
      var width = width(height);
      var padding = needsPlate() ? PLATE_PADDING * height : 0;
      if (needsPlate()) {
        graphics.setPaint(Contrast.extremeOn(tone));
        graphics.fill(new RoundRectangle2D.Double(x, y, width, height, height / 4, height / 4));
      }
      var scale =
          Math.min(
              (width - 2 * padding) / image.getWidth(), (height - 2 * padding) / image.getHeight());
      var place =
          AffineTransform.getTranslateInstance(
              x + (width - scale * image.getWidth()) / 2,
              y + (height - scale * image.getHeight()) / 2);
      place.scale(scale, scale);
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      graphics.drawImage(image, place, null);
    }

    private boolean needsPlate() {
      return Contrast.ratio(tone, palette.ground()) < VISIBLE;
    }
  }
}
