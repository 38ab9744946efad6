package dev.nashra.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the files that a killed process had begun.
 *
 * <p>Only jobs begin files there. So when a worker starts and knows of no other one, nobody writes
 * to them any more.
 */
public final class Leftovers {
  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

  private Leftovers() {}

  static void sweep(Folders folders) {
    Stream.of(folders.media(), folders.published(), folders.broadcast())
        .filter(Files::isDirectory)
        .forEach(Leftovers::sweep);
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
  public static boolean isUnfinished(Path file) {
    var name = file.getFileName().toString();
    return name.startsWith(".")
        && (name.contains(".part") || name.endsWith(".tmp"))
        && Files.isRegularFile(file);
  }
}
