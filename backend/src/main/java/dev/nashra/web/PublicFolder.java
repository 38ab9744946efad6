package dev.nashra.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A folder whose files anybody may read: neither anything outside of it, whichever way a path or a
 * symbolic link leads there, nor hidden files, such as those that are being written.
 */
final class PublicFolder {
  private static final String INDEX = "index.html";

  private final Path root;

  PublicFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** The file at a decoded path below the folder; that of a folder is its {@code index.html}. */
  Optional<Path> find(String path) {
    if (!isPlain(path)) {
      return Optional.empty();
    }
    try {
      var file = root.resolve(path.isEmpty() || path.endsWith("/") ? path + INDEX : path);
      var real = file.toRealPath();
      return real.startsWith(root.toRealPath()) && Files.isRegularFile(real)
          ? Optional.of(real)
          : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty(); // There is none.
    }
  }

  /** Whether the path is a folder with a page of its own, named without the slash at its end. */
  boolean isFolder(String path) {
    return !path.isEmpty() && !path.endsWith("/") && find(path + "/").isPresent();
  }

  private static boolean isPlain(String path) {
    return path.chars().noneMatch(letter -> letter < ' ' || letter == '\\')
        && !path.startsWith("/")
        && !path.contains("//")
        && Arrays.stream(path.split("/")).noneMatch(name -> name.startsWith("."));
  }
}
