package dev.nashra.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders in which programs are looked for. */
public final class SearchPath {
  private SearchPath() {}

  /** The program of this name that a command would run, if there is one. */
  public static Optional<Path> find(String program) {
    var path = new ProcessBuilder().environment().getOrDefault("PATH", "/usr/bin:/bin");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> program(folder, program))
        .findFirst();
  }

  private static Stream<Path> program(String folder, String program) {
    try {
      var file = Path.of(folder, program);
      return Files.isRegularFile(file) && Files.isExecutable(file) ? Stream.of(file) : Stream.of();
    } catch (InvalidPathException e) {
      return Stream.of();
    }
  }
}
