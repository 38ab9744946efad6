package dev.nashra.schedule;

/**
 * Something that is done again and again.
 *
 * @param name unique, and stable for ever: all workers know it by this name
 * @param title what to call it in messages, to follow "the"
 * @param rhythm when it is due
 * @param missed what becomes of it when nobody was there at its time
 * @param begin begins the work and returns at once
 */
public record Due(String name, String title, Rhythm rhythm, Missed missed, Runnable begin) {
  /** What becomes of times that nobody was there for. */
  public enum Missed {
    /** It is done once, as soon as somebody is there. */
    MADE_UP,
    /** It is left out until its next time. */
    LEFT_OUT
  }
}
