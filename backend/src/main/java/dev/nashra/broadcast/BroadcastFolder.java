package dev.nashra.broadcast;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** Where editions lie as files. Nobody ever sees half of one. */
final class BroadcastFolder {
  private final Path root;

  BroadcastFolder(Path root) {
    this.root = root;
  }

  Path file(String place) {
    return root.resolve(place);
  }

  boolean has(String place) {
    return Files.isRegularFile(file(place));
  }

  /** Leaves a file alone that says the same already. */
  void write(String place, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var file = file(place);
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
      return;
    }
    var aside = aside(file);
    Files.write(aside, bytes);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Makes a file's content appear at another place too. */
  void copy(String from, String to) throws IOException {
    var target = file(to);
    if (Files.exists(target) && Files.mismatch(file(from), target) < 0) {
      return;
    }
    var aside = aside(target);
    Files.copy(file(from), aside, StandardCopyOption.REPLACE_EXISTING);
    Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Ready to be written, its folder made. */
  Path prepared(String place) throws IOException {
    var file = file(place);
    Files.createDirectories(file.resolveSibling("."));
    return file;
  }

  void delete(String place) throws IOException {
    Files.deleteIfExists(file(place));
  }

  private static Path aside(Path file) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    return file.resolveSibling("." + file.getFileName() + ".part");
  }
}
