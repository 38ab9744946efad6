package dev.nashra.app.cleanup;

import dev.nashra.app.Folders;
import dev.nashra.app.Leftovers;
import dev.nashra.publish.local.OldMedia;
import dev.nashra.store.OldRows;
import dev.nashra.store.OldRows.OldEdition;
import dev.nashra.store.OldRows.OldRendering;
import dev.nashra.store.OldRows.Removed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Removes files that are too old. The file goes first and its row after it, so that nothing is left
 * behind that nobody knows of.
 */
final class OldFiles {
  private static final int STEP = 200;

  /** No job runs for so long. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  private final Folders folders;
  private final OldRows rows;
  private final OldMedia pages;
  private final InstantSource clock;

  OldFiles(Folders folders, OldRows rows, OldMedia pages, InstantSource clock) {
    this.folders = folders;
    this.rows = rows;
    this.pages = pages;
    this.clock = clock;
  }

  /** Files of renderings, here and on the newsroom's own pages. */
  Removed renderings(List<String> kinds, int days) throws IOException {
    var old = rows.renderings(kinds, days, STEP);
    var done = new ArrayList<OldRendering>();
    long bytes = 0;
    IOException failure = null;
    for (var rendering : old) {
      try {
        pages.takeAway(rendering.posts(), List.of(rendering.file()));
        bytes += delete(folders.media(), rendering.file());
        done.add(rendering);
      } catch (IOException e) {
        failure = e;
      }
    }
    rows.removedFiles(done);
    if (done.isEmpty() && failure != null) {
      throw failure;
    }
    return new Removed(done.size(), bytes);
  }

  /** Editions with their pages and sounds. */
  Removed editions(int days) throws IOException {
    var old = rows.editions(days, STEP);
    long bytes = 0;
    for (var edition : old) {
      for (var file : files(edition)) {
        bytes += delete(folders.broadcast(), file);
      }
    }
    rows.removeEditions(old);
    return new Removed(old.size(), bytes);
  }

  private static List<String> files(OldEdition edition) {
    return Stream.of(edition.file(), edition.file().replaceAll("html$", "txt"), edition.audioFile())
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** What killed processes had begun while other workers went on. */
  Removed unfinished() throws IOException {
    var before = clock.instant().minus(ABANDONED);
    long count = 0;
    long bytes = 0;
    for (var folder : List.of(folders.media(), folders.published(), folders.broadcast())) {
      for (var file : abandoned(folder, before)) {
        bytes += delete(folder, folder.relativize(file).toString());
        count++;
      }
    }
    return new Removed(count, bytes);
  }

  private static List<Path> abandoned(Path folder, Instant before) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files
          .filter(Leftovers::isUnfinished)
          .filter(file -> isOlder(file, before))
          .limit(STEP)
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isOlder(Path file, Instant before) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(before);
    } catch (IOException _) {
      return false; // It is gone already, or the next clean-up sees it.
    }
  }

  /** Gives its size; 0 for one that is not there. */
  private static long delete(Path folder, String place) throws IOException {
    var root = folder.toAbsolutePath().normalize();
    var file = root.resolve(place).normalize();
    if (!file.startsWith(root)) {
      throw new IOException("outside " + root + ": " + place);
    }
    try {
      var size = Files.size(file);
      Files.delete(file);
      return size;
    } catch (NoSuchFileException _) {
      return 0;
    }
  }
}
