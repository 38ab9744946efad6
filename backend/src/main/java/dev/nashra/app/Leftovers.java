package dev.nashra.app;

import dev.nashra.worker.CycleListener;
import dev.nashra.worker.Mode;
import dev.nashra.worker.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the files that a killed process had begun.
 *
 * <p>Only jobs begin files there, and jobs run only in cycles. So at the start of this process's
 * first cycle, when the lock keeps all other workers out of theirs, nobody writes to them any more.
 */
final class Leftovers implements CycleListener {
  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

  private final List<Path> folders;
  private final AtomicBoolean swept = new AtomicBoolean();

  Leftovers(Folders folders) {
    this.folders = List.of(folders.media(), folders.published(), folders.broadcast());
  }

  @Override
  public void cycleStarted(long cycleId, Mode mode, List<Stage> stages) {
    if (swept.compareAndSet(false, true)) {
      folders.stream().filter(Files::isDirectory).forEach(Leftovers::sweep);
    }
  }

  private static void sweep(Path folder) {
    try (var files = Files.walk(folder)) {
      var unfinished = files.filter(Leftovers::isUnfinished).toList();
      for (var file : unfinished) {
        Files.deleteIfExists(file);
      }
      if (!unfinished.isEmpty()) {
        LOG.info(
            "{} unfinished files of a killed process removed from {}", unfinished.size(), folder);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("Unfinished files stay in {}: {}", folder, e.toString());
    }
  }

  /** As they are named beside the whole files that they become. */
  static boolean isUnfinished(Path file) {
    var name = file.getFileName().toString();
    return name.startsWith(".")
        && (name.contains(".part") || name.endsWith(".tmp"))
        && Files.isRegularFile(file);
  }
}
