package dev.nashra.media.card;

import java.awt.geom.Path2D;

/** The figures that ornaments and emblems are made of. */
final class Shapes {
  private Shapes() {}

  /** A star with tips at one radius and notches at another, the first tip at {@code turn}. */
  static Path2D star(
      int tips, double x, double y, double tipRadius, double notchRadius, double turn) {
    var star = new Path2D.Double();
    for (int i = 0; i < 2 * tips; i++) {
      var radius = i % 2 == 0 ? tipRadius : notchRadius;
      corner(star, i, x, y, radius, turn + Math.PI * i / tips - Math.PI / 2);
    }
    star.closePath();
    return star;
  }

  static Path2D polygon(int corners, double x, double y, double radius, double turn) {
    var polygon = new Path2D.Double();
    for (int i = 0; i < corners; i++) {
      corner(polygon, i, x, y, radius, turn + 2 * Math.PI * i / corners - Math.PI / 2);
    }
    polygon.closePath();
    return polygon;
  }

  /** A pointed arch, open at its foot. */
  static Path2D arch(double left, double top, double width, double height) {
    var arch = new Path2D.Double();
    var spring = top + width * 0.62;
    arch.moveTo(left, top + height);
    arch.lineTo(left, spring);
    arch.curveTo(
        left, top + width * 0.3, left + width * 0.3, top + width * 0.16, left + width / 2, top);
    arch.curveTo(
        left + width * 0.7,
        top + width * 0.16,
        left + width,
        top + width * 0.3,
        left + width,
        spring);
    arch.lineTo(left + width, top + height);
    return arch;
  }

  private static void corner(
      Path2D path, int index, double x, double y, double radius, double angle) {
    var cornerX = x + radius * Math.cos(angle);
    var cornerY = y + radius * Math.sin(angle);
    if (index == 0) {
      path.moveTo(cornerX, cornerY);
    } else {
      path.lineTo(cornerX, cornerY);
    }
  }
}
