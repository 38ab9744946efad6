package dev.nashra.media.reel;

import dev.nashra.media.voice.Sound;
import java.time.Duration;
import java.util.List;

/**
 * What a reel says and when.
 *
 * @param sound the whole of it, as long as the reel
 * @param curtain when the last sentence is over and the end card comes
 */
record Narration(List<Passage> passages, Sound sound, Duration curtain) {
  Narration {
    passages = List.copyOf(passages);
  }

  Duration length() {
    return sound.duration();
  }
}
