package dev.nashra.app;

import dev.nashra.worker.CycleListener;
import dev.nashra.worker.Mode;
import dev.nashra.worker.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at the start of a cycle that the disk is nearly full, before everything fails for it. */
final class DiskSpace implements CycleListener {
  /** A cycle with many reels makes less than half of this. */
  static final long ENOUGH_BYTES = 256L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(DiskSpace.class);

  private final Path folder;
  private final long enough;

  DiskSpace(Path folder, long enough) {
    this.folder = folder;
    this.enough = enough;
  }

  @Override
  public void cycleStarted(long cycleId, Mode mode, List<Stage> stages) {
    try {
      var free = Files.getFileStore(folder).getUsableSpace();
      if (free < enough) {
        LOG.warn("{}", warning(free));
      }
    } catch (IOException e) {
      LOG.debug("The free space of {} is not known", folder, e);
    }
  }

  String warning(long free) {
    return ("Only %d MB are free where %s lies: jobs fail and are done again by a later cycle."
            + " Make room there, or move DATA_DIR to a larger disk")
        .formatted(free >> 20, folder.toAbsolutePath());
  }
}
