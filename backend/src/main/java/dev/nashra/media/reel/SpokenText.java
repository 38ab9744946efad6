package dev.nashra.media.reel;

import dev.nashra.media.card.Scenery;
import dev.nashra.media.reel.Scene.Kind;
import dev.nashra.media.type.Align;
import dev.nashra.media.type.TextBlock;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a scene: its lines light up as the voice reaches them, and a mark beside them grows
 * with it. The headline stands from the first frame, which players show before they play.
 */
final class SpokenText {
  private static final int SLIDE = 56;
  private static final int STAGGER = 2;
  private static final int ENTERING = 11;
  private static final int LEAVING = 6;

  /** How much of a line is seen that has not been heard yet. */
  private static final double WAITING = 0.34;

  /** A line lights up a little before it is heard. */
  private static final int AHEAD = 6;

  private static final int LIGHTING = 8;

  private final Scene scene;
  private final Scenery scenery;
  private final Layout layout;
  private final List<Act> acts = new ArrayList<>();

  SpokenText(Scene scene, Scenery scenery, Layout layout) {
    this.scene = scene;
    this.scenery = scenery;
    this.layout = layout;
  }

  List<Act> acts() {
    double labelTop = labelTop();
    addLabel(labelTop);
    for (var page : scene.pages()) {
      addPage(page, labelTop + labelHeight());
    }
    return acts;
  }

  /** Label and text together stand a little above the middle; all texts of a scene begin alike. */
  private double labelTop() {
    double tallest =
        scene.pages().stream().map(Page::text).mapToDouble(TextBlock::height).max().orElse(0);
    double room = layout.text().getHeight() - tallest - labelHeight();
    return layout.text().getY() + Math.max(0, room * 0.42);
  }

  private double labelHeight() {
    return Layout.LABEL_GAP + (scene.number() > 0 ? 2 * Layout.STAR_RADIUS : Layout.KICKER_HEIGHT);
  }

  private void addLabel(double top) {
    if (scene.number() > 0) {
      int radius = Layout.STAR_RADIUS;
      double x =
          layout.isRightToLeft() ? layout.safe().getMaxX() - radius : layout.safe().getX() + radius;
      var area = new Rectangle2D.Double(x - radius, top, 2.0 * radius, 2.0 * radius);
      var star =
          Layer.draw(
              area,
              graphics ->
                  scenery.drawNumber(
                      graphics, scene.tone(), scene.number(), x, top + radius, radius * 0.98));
      acts.add(Act.entering(star, scene.start() + 4, scene.end() + 99, 0, SLIDE));
    } else {
      addKicker(top);
    }
  }

  private void addKicker(double top) {
    if (scene.kind() != Kind.HEADLINE) {
      return;
    }
    var safe = layout.safe();
    var area = new Rectangle2D.Double(safe.getX(), top, safe.getWidth(), Layout.KICKER_HEIGHT);
    acts.add(
        Act.standing(
            Layer.draw(
                area,
                graphics ->
                    scenery.drawKicker(
                        graphics, scene.tone(), safe.getX(), top, safe.getWidth()))));
  }

  private void addPage(Page page, double top) {
    var area = layout.text();
    var ink = scenery.colors(scene.tone()).ink();
    for (int i = 0; i < page.text().lines().size(); i++) {
      var shapes = page.text().placed(i, area.getX(), top, area.getWidth(), Align.START);
      var layer =
          Layer.draw(
              shapes.getBounds2D(),
              graphics -> {
                graphics.setPaint(ink);
                graphics.fill(shapes);
              });
      acts.add(line(page, layer, i));
    }
    addMark(page, (int) top);
  }

  /** Comes with the others, waits its turn half seen, and lights up as the voice reaches it. */
  private Act line(Page page, Layer layer, int line) {
    boolean opening = scene.kind() == Kind.HEADLINE && page.start() == scene.start();
    int slide = layout.isRightToLeft() ? SLIDE : -SLIDE;
    int start = opening ? -99 : page.start() + STAGGER * line;
    int lit = opening ? -99 : page.heard(line) - AHEAD;
    int end = leaving(page);
    return (frame, time) -> {
      if (time >= start && time < end + LEAVING) {
        double in = Motion.settling(Motion.progress(time, start, ENTERING));
        double light =
            WAITING + (1 - WAITING) * Motion.swinging(Motion.progress(time, lit, LIGHTING));
        double out = 1 - Motion.progress(time, end, LEAVING);
        layer.drawOnto(frame, in * light * out, (int) Math.round(slide * (1 - in)), 0);
      }
    };
  }

  /** The last text of a scene stays until the next scene covers it. */
  private int leaving(Page page) {
    return page.end() == scene.end() ? scene.end() + 99 : page.end();
  }

  private void addMark(Page page, int top) {
    var colors = scenery.colors(scene.tone());
    var spoken = Ink.of(colors.accent());
    int height = (int) page.text().height();
    acts.add(
        (frame, time) -> {
          if (time >= page.start() && time < leaving(page)) {
            double heard =
                Motion.progress(time, page.heard(), Math.max(1, page.silent() - page.heard()));
            frame.fill(
                layout.markLeft(),
                top,
                Layout.MARK_WIDTH,
                (int) Math.max(12, height * heard),
                spoken);
          }
        });
  }
}
