package dev.nashra.cli;

import dev.nashra.app.Folders;
import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.media.Studio;

/** The tools for sound and video of commands that need no database. */
final class Studios {
  private Studios() {}

  static Studio ofSettings() {
    var settings = Settings.ofProcess();
    return new Studio(
        new Folders(settings.get(Catalog.DATA_DIR)).cache(),
        settings.get(Catalog.FFMPEG_PATH),
        settings.get(Catalog.ESPEAK_PATH));
  }
}
