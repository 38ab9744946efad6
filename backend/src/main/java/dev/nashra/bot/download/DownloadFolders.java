package dev.nashra.bot.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders of downloads: one for each attempt, which is gone when nobody needs it any more. */
public final class DownloadFolders {
  private static final Logger LOG = LoggerFactory.getLogger(DownloadFolders.class);

  private final Path root;
  private final DownloadStore store;

  public DownloadFolders(Path root, DownloadStore store) {
    this.root = root;
    this.store = store;
  }

  /** Makes it; the row names it already. */
  Path create(UUID name) throws IOException {
    return Files.createDirectories(root.toAbsolutePath().resolve(name.toString()));
  }

  Path path(UUID name) {
    return root.toAbsolutePath().resolve(name.toString());
  }

  /**
   * Removes it with everything in it, if it is there. What does not go now, goes at a sweep.
   *
   * @return whether it is gone
   */
  boolean remove(@Nullable UUID name) {
    if (name == null) {
      return true;
    }
    try {
      empty(path(name));
      Files.deleteIfExists(path(name));
      return true;
    } catch (IOException e) {
      LOG.warn("A download's folder stays for now: {}", e.toString());
      return false;
    }
  }

  /** Removes the folders that no live download names; gives how many. */
  public int sweep() throws IOException {
    var found = folders();
    var inUse = store.inUse(found);
    var removed =
        (int) found.stream().filter(name -> !inUse.contains(name)).filter(this::remove).count();
    if (removed > 0) {
      LOG.info("{} left-over folders of downloads removed", removed);
    }
    return removed;
  }

  private List<UUID> folders() throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (var entries = Files.list(root)) {
      return entries.flatMap(entry -> name(entry).stream()).toList();
    }
  }

  private static Optional<UUID> name(Path entry) {
    try {
      return Optional.of(UUID.fromString(String.valueOf(entry.getFileName())));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not ours
    }
  }

  /** Removes everything in a folder; links are removed, not followed. */
  static void empty(Path folder) throws IOException {
    for (var file : walk(folder).sorted(Comparator.reverseOrder()).toList()) {
      if (!file.equals(folder)) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** How much is in a folder. */
  record Sizes(long largest, long sum) {}

  static Sizes sizes(Path folder) throws IOException {
    var sizes = walk(folder).mapToLong(DownloadFolders::size).toArray();
    return new Sizes(Arrays.stream(sizes).max().orElse(0), Arrays.stream(sizes).sum());
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0; // It was there a moment ago.
    }
  }

  /** Files come and go while it is read. */
  private static Stream<Path> walk(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof NoSuchFileException) {
        return Stream.of();
      }
      throw e.getCause();
    } catch (NoSuchFileException e) {
      return Stream.of();
    }
  }
}
