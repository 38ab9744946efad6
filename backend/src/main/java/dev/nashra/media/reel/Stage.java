package dev.nashra.media.reel;

import dev.nashra.media.card.Scenery;
import dev.nashra.media.reel.Scene.Kind;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** A scene made ready: its ground, and the layers that move over it. */
final class Stage {
  private static final int PUSH = 110;
  private static final int PUSH_FRAMES = 45;
  private static final int FRAMES_A_PIXEL = 3;

  /** How far the frame may wander over the ground at most. */
  private static final int MAX_WANDER = 560;

  private final Scene scene;
  private final Backdrop backdrop;
  private final int wander;
  private final Layer margins;
  private final List<Act> acts = new ArrayList<>();

  Stage(Scene scene, Scenery scenery, Layout layout) {
    this.scene = scene;
    int way = PUSH + (scene.frames() + Film.WIPE_FRAMES) / FRAMES_A_PIXEL;
    wander = Math.min(MAX_WANDER, way + 2) & ~1;
    backdrop = backdrop(scenery);
    margins =
        Layer.draw(
            layout.margins(),
            graphics -> {
              if (scene.kind() != Kind.END_CARD) {
                scenery.drawMargins(graphics, scene.tone(), layout.margins());
              }
            });
    switch (scene.kind()) {
      case END_CARD -> acts.addAll(new EndCard(scene, scenery, layout).acts());
      case HEADLINE, TEXT -> acts.addAll(new SpokenText(scene, scenery, layout).acts());
    }
  }

  /** Draws the scene as it is at a time, which may also be a little after its end. */
  void drawOnto(Frame frame, int time) {
    int way = way(time - scene.start());
    boolean down = scene.variant() % 2 == 0;
    backdrop.drawOnto(frame, 0, down ? way : wander - way);
    margins.drawOnto(frame, 1, 0, 0);
    acts.forEach(act -> act.drawOnto(frame, time));
  }

  /**
   * A push that settles, then a slow drift. Whole pixels stay sharp, and while the ground stands
   * still between two of them the encoder has nothing to do.
   */
  private int way(int age) {
    double push = PUSH * Motion.settling(Motion.progress(age, 0, PUSH_FRAMES));
    return Math.clamp((int) Math.round(push) + age / FRAMES_A_PIXEL, 0, wander);
  }

  Scene scene() {
    return scene;
  }

  private Backdrop backdrop(Scenery scenery) {
    int width = Frame.WIDTH;
    int height = Frame.HEIGHT + wander;
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    scenery.paintGround(graphics, scene.tone(), scene.variant(), width, height);
    graphics.dispose();
    return new Backdrop(picture);
  }
}
