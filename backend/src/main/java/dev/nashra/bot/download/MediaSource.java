package dev.nashra.bot.download;

import dev.nashra.time.Deadline;
import java.io.IOException;
import java.nio.file.Path;

/** A way to get the media behind a link. */
interface MediaSource {
  /**
   * Gets a file into the folder, or says why there is none.
   *
   * @throws IOException when the folder cannot be written
   * @throws InterruptedException when the attempt is stopped
   */
  Found find(Wanted wanted) throws IOException, InterruptedException;

  /**
   * What is wanted.
   *
   * @param folder of this attempt alone
   */
  record Wanted(String url, Path folder, Deadline deadline, Progress progress) {}

  /** Hears how far a file is, as often as there is something to say. */
  @FunctionalInterface
  interface Progress {
    void at(Download.Progress progress);
  }
}
