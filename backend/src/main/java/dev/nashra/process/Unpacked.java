package dev.nashra.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder of files that come out of a jar, made once: filled aside and renamed when it is whole,
 * so that it either exists whole or not at all, also when several processes make it at once.
 */
public final class Unpacked {
  private Unpacked() {}

  /** Fills a new folder. */
  @FunctionalInterface
  public interface Filler {
    void fill(Path folder) throws IOException;
  }

  /**
   * The folder of this name, filled first when it does not exist yet.
   *
   * @param name changes with whatever is in the folder: contains the version
   */
  public static Path folder(Path cache, String name, Filler filler) throws IOException {
    var folder = cache.resolve(name);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Files.createDirectories(cache);
    removeLeftovers(cache, name);
    var aside = cache.resolve(prefix(name) + ProcessHandle.current().pid());
    try {
      synchronized (Unpacked.class) {
        if (!Files.isDirectory(folder)) {
          remove(aside);
          filler.fill(Files.createDirectory(aside));
          rename(aside, folder);
        }
      }
    } finally {
      remove(aside);
    }
    return folder;
  }

  /** Removes such a folder and everything in it: a file in it has been found broken. */
  public static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void rename(Path aside, Path folder) throws IOException {
    try {
      Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // Another process was first: a folder is never renamed onto one that has files.
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  private static void removeLeftovers(Path cache, String name) throws IOException {
    try (Stream<Path> entries = Files.list(cache)) {
      entries
          .filter(entry -> entry.getFileName().toString().startsWith(prefix(name)))
          .filter(entry -> isOfADeadProcess(entry, prefix(name).length()))
          .forEach(Unpacked::removeUnchecked);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isOfADeadProcess(Path entry, int prefixLength) {
    try {
      var pid = Long.parseLong(entry.getFileName().toString().substring(prefixLength));
      return ProcessHandle.of(pid).isEmpty();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static void removeUnchecked(Path folder) {
    try {
      remove(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String prefix(String name) {
    return "." + name + ".of-process-";
  }
}
