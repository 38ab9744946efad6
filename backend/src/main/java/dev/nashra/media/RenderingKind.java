package dev.nashra.media;

/** The kinds of file that are made from a report. */
public enum RenderingKind {
  /** The story card, 1080 × 1350. */
  CARD,
  /** For link previews, 1200 × 630. */
  LINK_IMAGE,
  /** 1080 × 1080. */
  SQUARE_IMAGE,
  /** For stories, 1080 × 1920. */
  VERTICAL_IMAGE,
  /** The report spoken. */
  AUDIO,
  /** The vertical video. */
  REEL
}
