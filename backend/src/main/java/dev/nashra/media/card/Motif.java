package dev.nashra.media.card;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;

/** Ornaments as line work, after the geometry of tiles, screens and arches. */
enum Motif {
  /** Eight-pointed stars whose tips touch, with crosses between them. */
  STARS {
    @Override
    Path2D lines(Rectangle2D area, double unit, long seed) {
      var lines = new Path2D.Double();
      for (var y = area.getMinY(); y < area.getMaxY() + unit; y += unit) {
        for (var x = area.getMinX(); x < area.getMaxX() + unit; x += unit) {
          lines.append(Shapes.star(8, x, y, unit / 2, unit / 2 * 0.7654, 0), false);
          lines.append(Shapes.star(8, x, y, unit * 0.27, unit * 0.27 * 0.7654, Math.PI / 8), false);
        }
      }
      return lines;
    }
  },

  /** Six-pointed stars in a honeycomb. */
  HONEYCOMB {
    @Override
    Path2D lines(Rectangle2D area, double unit, long seed) {
      var lines = new Path2D.Double();
      var rowHeight = unit * Math.sqrt(3) / 2;
      var row = 0;
      for (var y = area.getMinY(); y < area.getMaxY() + unit; y += rowHeight, row++) {
        for (var x = area.getMinX() - unit; x < area.getMaxX() + unit; x += unit) {
          var center = x + (row % 2) * unit / 2;
          lines.append(Shapes.star(6, center, y, unit / 2, unit / 2 / Math.sqrt(3), 0), false);
          lines.append(Shapes.polygon(6, center, y, unit * 0.2, Math.PI / 6), false);
        }
      }
      return lines;
    }
  },

  /** Rows of pointed arches, each in the gap of the row below. */
  ARCADE {
    @Override
    Path2D lines(Rectangle2D area, double unit, long seed) {
      var lines = new Path2D.Double();
      var row = 0;
      for (var y = area.getMinY(); y < area.getMaxY() + unit; y += unit * 0.62, row++) {
        for (var x = area.getMinX() - unit; x < area.getMaxX() + unit; x += unit) {
          var left = x + (row % 2) * unit / 2;
          for (var inset : new double[] {0, 0.16, 0.32}) {
            lines.append(
                Shapes.arch(left + unit * inset, y + unit * inset, unit * (1 - 2 * inset), unit),
                false);
          }
        }
      }
      return lines;
    }
  },

  /** Rings that spread from one corner, as from an antenna. */
  RINGS {
    @Override
    Path2D lines(Rectangle2D area, double unit, long seed) {
      var lines = new Path2D.Double();
      var reach = Math.hypot(area.getWidth(), area.getHeight());
      var right = (seed & 1) == 0;
      var x = right ? area.getMaxX() : area.getMinX();
      for (var radius = unit * 0.5; radius < reach; radius += unit * 0.42) {
        lines.append(
            new Ellipse2D.Double(x - radius, area.getMinY() - radius, 2 * radius, 2 * radius),
            false);
      }
      return lines;
    }
  },

  /** Quarter circles turned at random that join to winding paths: no two stories have the same. */
  PATHS {
    @Override
    Path2D lines(Rectangle2D area, double unit, long seed) {
      var lines = new Path2D.Double();
      var random = new SplittableRandom(seed);
      var tile = unit * 0.62;
      for (var y = area.getMinY(); y < area.getMaxY(); y += tile) {
        for (var x = area.getMinX(); x < area.getMaxX(); x += tile) {
          var turn = AffineTransform.getTranslateInstance(x, y);
          turn.quadrantRotate(random.nextInt(2), tile / 2, tile / 2);
          for (var radius : new double[] {tile / 3, tile * 2 / 3}) {
            lines.append(turn.createTransformedShape(quarter(0, 0, radius, 270)), false);
            lines.append(turn.createTransformedShape(quarter(tile, tile, radius, 90)), false);
          }
        }
      }
      return lines;
    }
  };

  /**
   * The lines over an area; they may reach beyond it.
   *
   * @param unit the distance from one figure to the next
   */
  abstract Path2D lines(Rectangle2D area, double unit, long seed);

  private static Arc2D quarter(double x, double y, double radius, double from) {
    return new Arc2D.Double(x - radius, y - radius, 2 * radius, 2 * radius, from, 90, Arc2D.OPEN);
  }
}
