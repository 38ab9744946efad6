package dev.nashra.media.voice;

import java.util.List;

/** Turns text into sound. */
public interface Voice {
  /** The language's own voice exists; asking is cheap. */
  boolean speaks(String language);

  /**
   * Reads phrases aloud, all at the same rate of samples.
   *
   * @return a sound for each phrase, silent where nothing in it can be said
   * @throws VoiceFailed when the voice does not work
   */
  List<Sound> speak(List<Phrase> phrases) throws InterruptedException;

  /** What it is, for the operator. */
  String description();
}
