package dev.nashra.media.reel;

/** Something that happens on a stage. */
@FunctionalInterface
interface Act {
  void drawOnto(Frame frame, int time);

  /** A layer that slides to its place while it appears, stays, and fades at the end. */
  static Act entering(Layer layer, int start, int end, int fromX, int fromY) {
    int frames = 11;
    int leaving = 6;
    return (frame, time) -> {
      if (time < start || time >= end + leaving) {
        return;
      }
      double in = Motion.settling(Motion.progress(time, start, frames));
      double out = Motion.progress(time, end, leaving);
      int dx = (int) Math.round(fromX * (1 - in));
      int dy = (int) Math.round(fromY * (1 - in));
      layer.drawOnto(frame, Math.min(1, in * 1.25) * (1 - out), dx, dy);
    };
  }

  /** A layer that is there from the first frame on. */
  static Act standing(Layer layer) {
    return (frame, _) -> layer.drawOnto(frame, 1, 0, 0);
  }
}
