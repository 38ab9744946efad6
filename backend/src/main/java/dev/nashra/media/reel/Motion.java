package dev.nashra.media.reel;

/** How movement begins and ends. */
final class Motion {
  private Motion() {}

  /** How far a movement is that takes some frames: from 0 before it to 1 after it. */
  static double progress(int frame, int start, int frames) {
    return Math.clamp((frame - start + 1) / (double) frames, 0, 1);
  }

  /** Fast at first, then settling. */
  static double settling(double progress) {
    double rest = 1 - progress;
    return 1 - rest * rest * rest;
  }

  /** Slow at both ends. */
  static double swinging(double progress) {
    return progress * progress * (3 - 2 * progress);
  }
}
