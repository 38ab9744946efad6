package dev.nashra.media.reel;

import dev.nashra.media.card.Scenery;
import dev.nashra.media.reel.Scene.Kind;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Draws the frames of a reel one after the other. */
final class Film {
  /** How long one scene takes to cover the one before it. */
  static final int WIPE_FRAMES = 14;

  private static final int BAND = 54;
  private static final int BARS = 7;
  private static final int BAR_WIDTH = 8;
  private static final int BAR_STEP = 16;
  private static final int BAR_HEIGHT = 48;

  private final Storyboard storyboard;
  private final Scenery scenery;
  private final Layout layout;
  private final double[] levels;
  private final Frame frame = new Frame();
  private @Nullable Stage before;
  private @Nullable Stage current;
  private int scenesBegun;

  /**
   * @param levels how loud the voice is in each frame
   */
  Film(Storyboard storyboard, Scenery scenery, Layout layout, double[] levels) {
    this.storyboard = storyboard;
    this.scenery = scenery;
    this.layout = layout;
    this.levels = levels.clone();
  }

  /** Hears how many frames have been drawn. */
  @FunctionalInterface
  interface Progress {
    void at(int frames);
  }

  /** Writes all frames, as raw planes. */
  void writeTo(OutputStream out, Progress progress) throws IOException {
    for (int time = 0; time < storyboard.frames(); time++) {
      draw(time).writeTo(out);
      progress.at(time + 1);
    }
  }

  /** The frame of this time; times must come in order, and the frame is used again. */
  Frame draw(int time) {
    var stage = stageAt(time);
    var under = before;
    int covered = stage.scene().start() + WIPE_FRAMES;
    if (under == null || time >= covered) {
      before = null;
      frame.clip(0, Frame.WIDTH);
      drawScene(stage, time);
    } else {
      drawWipe(under, stage, time);
    }
    return frame;
  }

  private Stage stageAt(int time) {
    var stage = current;
    while (stage == null || time >= stage.scene().end()) {
      before = stage;
      stage = new Stage(storyboard.scenes().get(scenesBegun++), scenery, layout);
    }
    current = stage;
    return stage;
  }

  /** The new scene comes from the side where reading ends, behind a band in its accent. */
  private void drawWipe(Stage under, Stage over, int time) {
    double way = Motion.swinging(Motion.progress(time, over.scene().start(), WIPE_FRAMES));
    int edge = (int) Math.round(way * (Frame.WIDTH + BAND));
    boolean fromLeft = layout.isRightToLeft();
    int width = Frame.WIDTH;
    frame.clip(fromLeft ? edge : 0, fromLeft ? width : width - edge);
    drawScene(under, time);
    frame.clip(fromLeft ? 0 : width - edge + BAND, fromLeft ? edge - BAND : width);
    drawScene(over, time);
    frame.clip(0, width);
    var accent = Ink.of(scenery.colors(over.scene().tone()).accent());
    int band = fromLeft ? Math.max(0, edge - BAND) : Math.max(0, width - edge);
    int end = fromLeft ? Math.min(width, edge) : Math.min(width, width - edge + BAND);
    frame.fill(band, 0, end - band, Frame.HEIGHT, accent);
  }

  private void drawScene(Stage stage, int time) {
    stage.drawOnto(frame, time);
    drawProgress(stage.scene(), time);
    if (stage.scene().kind() != Kind.END_CARD) {
      drawVoice(stage.scene(), time);
    }
  }

  /** A segment for each scene, as long as it takes. */
  private void drawProgress(Scene shown, int time) {
    var colors = scenery.colors(shown.tone());
    var done = Ink.of(colors.accent());
    var open = Ink.of(dev.nashra.media.Contrast.mix(colors.ground(), colors.ink(), 0.22));
    var safe = layout.safe();
    int gap = 10;
    double room = safe.getWidth() - gap * (storyboard.scenes().size() - 1);
    double at = 0;
    for (var scene : storyboard.scenes()) {
      double length = room * scene.frames() / storyboard.frames();
      double over = length * Motion.progress(time, scene.start(), scene.frames());
      segment(at, length, open);
      segment(at, over, done);
      at += length + gap;
    }
  }

  private void segment(double start, double length, Ink ink) {
    var safe = layout.safe();
    double left = layout.isRightToLeft() ? safe.getMaxX() - start - length : safe.getX() + start;
    frame.fill(
        (int) Math.round(left),
        (int) safe.getY(),
        (int) Math.round(length),
        Layout.PROGRESS_HEIGHT,
        ink);
  }

  /** Bars that move with the voice, from the middle outwards. */
  private void drawVoice(Scene scene, int time) {
    var ink = Ink.of(scenery.colors(scene.tone()).accent());
    var safe = layout.safe();
    int bottom = (int) safe.getMaxY() - 92;
    int left =
        (int)
            (layout.isRightToLeft()
                ? safe.getMaxX() - BARS * BAR_STEP + BAR_STEP - BAR_WIDTH
                : safe.getX());
    for (int bar = 0; bar < BARS; bar++) {
      int distance = Math.abs(bar - BARS / 2);
      double level = Math.sqrt(level(time - 2 * distance)) * (1 - 0.17 * distance);
      int height = (int) Math.max(6, BAR_HEIGHT * Math.min(1, 1.15 * level));
      frame.fill(
          left + bar * BAR_STEP, bottom - BAR_HEIGHT / 2 - height / 2, BAR_WIDTH, height, ink);
    }
  }

  private double level(int time) {
    double sum = 0;
    for (int i = time - 1; i <= time + 1; i++) {
      sum += i >= 0 && i < levels.length ? levels[i] : 0;
    }
    return sum / 3;
  }
}
