package dev.nashra.media.type;

/** Where lines stand in their box: the start is the right side for right-to-left text. */
public enum Align {
  START,
  CENTER,
  END
}
