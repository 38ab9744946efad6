package dev.nashra.media.reel;

import dev.nashra.media.card.Scenery;
import dev.nashra.media.type.Align;
import dev.nashra.media.type.TextBlock;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The last scene: who tells it, and from whom they have it. */
final class EndCard {
  private static final int EMBLEM = 210;
  private static final int MOST_OUTLETS = 5;
  private static final int STAGGER = 4;

  private final Scene scene;
  private final Scenery scenery;
  private final Layout layout;
  private final List<Act> acts = new ArrayList<>();
  private double top;

  EndCard(Scene scene, Scenery scenery, Layout layout) {
    this.scene = scene;
    this.scenery = scenery;
    this.layout = layout;
    top = layout.safe().getY() + 190;
  }

  List<Act> acts() {
    var colors = scenery.colors(scene.tone());
    addEmblem();
    top += 46;
    addText(scenery.brandName(), 78, true, colors.ink());
    if (!scenery.handle().isBlank()) {
      top += 14;
      addText(scenery.handle(), 40, false, colors.soft());
    }
    addRule(colors.accent());
    addOutlets(colors);
    return acts;
  }

  private void addEmblem() {
    double x = layout.safe().getCenterX();
    double y = top + EMBLEM / 2.0;
    var area =
        new Rectangle2D.Double(
            layout.safe().getX(), top - 8, layout.safe().getWidth(), EMBLEM + 16);
    add(Layer.draw(area, graphics -> scenery.drawEmblem(graphics, scene.tone(), x, y, EMBLEM)));
    top += EMBLEM;
  }

  private void addRule(Color color) {
    top += 44;
    var rule = new Rectangle2D.Double(layout.safe().getCenterX() - 60, top, 120, 8);
    add(
        Layer.draw(
            rule,
            graphics -> {
              graphics.setPaint(color);
              graphics.fill(rule);
            }));
    top += 60;
  }

  private void addOutlets(Scenery.Colors colors) {
    var outlets = scenery.outlets();
    if (outlets.isEmpty()) {
      return;
    }
    addText(scenery.outletCount(), 42, true, colors.ink());
    int shown = outlets.size() > MOST_OUTLETS ? MOST_OUTLETS - 1 : outlets.size();
    for (var outlet : outlets.subList(0, shown)) {
      top += 26;
      addText(outlet, 46, false, colors.soft());
    }
    if (shown < outlets.size()) {
      top += 26;
      addText(scenery.moreOutlets(outlets.size() - shown), 40, false, colors.soft());
    }
  }

  private void addText(String text, double size, boolean bold, Color color) {
    var safe = layout.safe();
    TextBlock block = layout.label(text, size, bold, safe.getWidth());
    if (block.isEmpty()) {
      return;
    }
    double y = top;
    var area = block.ink(safe.getX(), y, safe.getWidth(), Align.CENTER);
    add(
        Layer.draw(
            area,
            graphics -> {
              graphics.setPaint(color);
              block.draw(graphics, safe.getX(), y, safe.getWidth(), Align.CENTER);
            }));
    top += block.height();
  }

  private void add(Layer layer) {
    int start = scene.start() + 6 + acts.size() * STAGGER;
    acts.add(Act.entering(layer, start, scene.end() + 99, 0, 60));
  }
}
