package dev.nashra.broadcast;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Reads an edition aloud. */
public interface BulletinVoice {
  /** For a newsroom without a voice. */
  BulletinVoice SILENT =
      new BulletinVoice() {
        @Override
        public boolean reads(String language) {
          return false;
        }

        @Override
        public Reading read(
            List<SpokenLine> lines, String language, String title, String newsroom, Path out) {
          throw new IllegalStateException("there is no voice for " + language);
        }
      };

  /** Whether there is a voice for the language. */
  boolean reads(String language) throws InterruptedException;

  /**
   * Reads the lines into an MP3 file, which appears when it is whole.
   *
   * @param title and {@code newsroom}: what players show
   * @throws InterruptedException when the work is stopped
   */
  Reading read(List<SpokenLine> lines, String language, String title, String newsroom, Path out)
      throws IOException, InterruptedException;

  /** What was made. */
  record Reading(long bytes, Duration duration) {}
}
