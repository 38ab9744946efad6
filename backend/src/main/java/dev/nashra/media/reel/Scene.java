package dev.nashra.media.reel;

import dev.nashra.media.card.Scenery.Tone;
import java.util.List;

/**
 * A part of the reel on one ground. Times are frames from the reel's beginning.
 *
 * @param end the frame after its last
 * @param variant which figures its ground has
 * @param number the key point's number, 0 for everything else
 * @param pages the texts that follow each other; none for the end card
 */
record Scene(int start, int end, Kind kind, Tone tone, int variant, int number, List<Page> pages) {
  Scene {
    pages = List.copyOf(pages);
  }

  /** What a scene shows. */
  enum Kind {
    HEADLINE,
    TEXT,
    END_CARD
  }

  int frames() {
    return end - start;
  }
}
