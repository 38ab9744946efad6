package dev.nashra.media.card;

import dev.nashra.media.Contrast;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/** Ways to divide and colour the ground. Each paints as seen from the left. */
enum Composition {
  /** The dark ground, its ornament in the far upper corner, the column low. */
  NIGHT {
    @Override
    Frame paint(Ground ground) {
      var dark = Palette.dark(ground.brand());
      var brighter = dark.shadedTowards(ground.brand().primary(), 0.75);
      ground.fillSloping(ground.whole(), brighter, dark.ground());
      var corner = new Point2D.Double(ground.width(), 0);
      ground.ornament(ground.whole(), dark.accent(), 0.34, corner, ground.reach() * 0.84);
      return new Frame(ground.format().safeArea(), dark, dark, 0.82);
    }
  },

  /** The light ground with a bar of the accent above and the ornament at the far foot. */
  PAPER {
    @Override
    Frame paint(Ground ground) {
      var light = Palette.light(ground.brand());
      ground.fill(ground.whole(), light.ground());
      var corner = new Point2D.Double(ground.width(), ground.height());
      ground.ornament(ground.whole(), light.ink(), 0.24, corner, ground.reach() * 0.6);
      var bar = new Rectangle2D.Double(0, 0, ground.width(), ground.unit() * 0.14);
      ground.fill(bar, light.accent());
      return new Frame(ground.format().safeArea(), light, light, 0.3);
    }
  },

  /** The accent as the ground, with discs rising from the far foot. */
  EMBER {
    @Override
    Frame paint(Ground ground) {
      var vivid = Palette.vivid(ground.brand());
      ground.fill(ground.whole(), vivid.ground());
      for (int disc = 0; disc < DISCS; disc++) {
        var radius = ground.reach() * (0.7 - 0.18 * disc);
        ground.fill(
            new Ellipse2D.Double(
                ground.width() - radius, ground.height() - radius, 2 * radius, 2 * radius),
            Contrast.veil(Contrast.extremeOn(vivid.ink()), 0.10));
      }
      var corner = new Point2D.Double(ground.width(), ground.height());
      ground.ornament(ground.whole(), vivid.ink(), 0.2, corner, ground.reach() * 0.7);
      return new Frame(ground.format().safeArea(), vivid, vivid, 0.18);
    }
  },

  /** A dark band with the ornament carries the header; the column stands on the light ground. */
  BAND {
    @Override
    Frame paint(Ground ground) {
      var dark = Palette.dark(ground.brand());
      var light = Palette.light(ground.brand());
      ground.fill(ground.whole(), light.ground());
      var content = ground.format().safeArea();
      var foot = content.getY() + ground.format().header() * 1.42;
      var band = new Rectangle2D.Double(0, 0, ground.width(), foot);
      ground.fillSloping(band, dark.shadedTowards(ground.brand().primary(), 1), dark.ground());
      var corner = new Point2D.Double(ground.width() * 0.7, foot);
      ground.ornament(band, dark.ink(), 0.26, corner, ground.width() * 0.75);
      var seam = new Rectangle2D.Double(0, foot, ground.width(), ground.unit() * 0.07);
      ground.fill(seam, light.accent());
      return new Frame(content, dark, light, 0.35);
    }
  },

  /** A great pointed arch on the far side, the ornament inside it. */
  GATE {
    @Override
    Frame paint(Ground ground) {
      var dark = Palette.dark(ground.brand());
      ground.fill(ground.whole(), dark.ground());
      var span = Math.min(ground.width(), ground.height()) * 0.86;
      var left = ground.width() - span * 0.82;
      for (int gate = 0; gate < GATES; gate++) {
        var inset = span * 0.085 * gate;
        var top = ground.height() * 0.16 + inset * 1.25;
        var arch = Shapes.arch(left + inset, top, span - 2 * inset, ground.height());
        ground.fill(arch, Contrast.veil(ground.brand().background(), 0.04));
        if (gate == GATES - 1) {
          var spring = new Point2D.Double(left + span / 2, top);
          ground.ornament(arch, dark.accent(), 0.30, spring, ground.height() * 0.6);
        }
      }
      return new Frame(ground.format().safeArea(), dark, dark, 0.9);
    }
  },

  /** A coloured edge along the side where reading starts. */
  EDGE {
    @Override
    Frame paint(Ground ground) {
      var light = Palette.light(ground.brand());
      var vivid = Palette.vivid(ground.brand());
      ground.fill(ground.whole(), light.ground());
      var safe = ground.format().safeArea();
      var wide = safe.getX() * 0.78;
      var edge = new Rectangle2D.Double(0, 0, wide, ground.height());
      ground.fill(edge, vivid.ground());
      var top = new Point2D.Double(0, 0);
      ground.ornament(edge, vivid.ink(), 0.5, top, ground.height() * 1.1);
      var shift = safe.getX() * 0.42;
      var content =
          new Rectangle2D.Double(
              safe.getX() + shift, safe.getY(), safe.getWidth() - shift, safe.getHeight());
      return new Frame(ground.format() == CardFormat.VERTICAL ? safe : content, light, light, 0.5);
    }
  };

  private static final int DISCS = 3;
  private static final int GATES = 3;

  /** Paints the ground and says what it leaves to the text. */
  abstract Frame paint(Ground ground);
}
