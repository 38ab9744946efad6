package dev.nashra.publish;

/** What a publication consists of. */
public enum Format {
  /** The post with the story's card, or the text alone. */
  CARD,
  /** The story's vertical video with a short text. */
  REEL
}
