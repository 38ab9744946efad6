package dev.nashra.media.card;

import dev.nashra.media.Brand;
import dev.nashra.media.Contrast;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/** The empty picture that a composition paints, seen from the left. */
record Ground(Graphics2D graphics, CardFormat format, Brand brand, Look look) {
  double width() {
    return format.width();
  }

  double height() {
    return format.height();
  }

  /** One step of the ornament, and the measure of everything that is not text. */
  double unit() {
    return format.header() * 1.6;
  }

  /** How far something from a corner goes: the same share of wide and of tall pictures. */
  double reach() {
    return Math.sqrt(width() * height());
  }

  Rectangle2D whole() {
    return new Rectangle2D.Double(0, 0, width(), height());
  }

  void fill(Shape shape, Color color) {
    graphics.setPaint(color);
    graphics.fill(shape);
  }

  /** From one colour at the top left to another at the bottom right. */
  void fillSloping(Shape shape, Color from, Color to) {
    var bounds = shape.getBounds2D();
    graphics.setPaint(
        new GradientPaint(
            (float) bounds.getMinX(),
            (float) bounds.getMinY(),
            from,
            (float) (bounds.getMinX() + bounds.getWidth() * 0.35),
            (float) bounds.getMaxY(),
            to));
    graphics.fill(shape);
  }

  /** The story's ornament inside a shape, strongest at a point and gone at the given distance. */
  void ornament(Shape inside, Color color, double strength, Point2D from, double reach) {
    var clip = graphics.getClip();
    graphics.clip(inside);
    // Beyond its reach nothing would be seen; not drawing it there is half of a card's time.
    graphics.clip(
        new Rectangle2D.Double(from.getX() - reach, from.getY() - reach, 2 * reach, 2 * reach));
    graphics.setPaint(
        new RadialGradientPaint(
            from,
            (float) reach,
            new float[] {0, 0.35f, 1},
            new Color[] {
              Contrast.veil(color, strength),
              Contrast.veil(color, strength * 0.7),
              Contrast.veil(color, 0)
            }));
    graphics.setStroke(
        new BasicStroke((float) (unit() / 58), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(look.motif().lines(inside.getBounds2D(), unit(), look.seed()));
    graphics.setClip(clip);
  }
}
