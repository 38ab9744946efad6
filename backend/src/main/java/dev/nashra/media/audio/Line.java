package dev.nashra.media.audio;

/**
 * A sentence that is said about a story.
 *
 * @param point the number of the key point, from 1; 0 for everything else
 */
public record Line(Role role, int point, String text) {
  /** Which part of the story a sentence is from. */
  public enum Role {
    HEADLINE,
    LEAD,
    POINT,
    SOURCES
  }
}
