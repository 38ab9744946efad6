package dev.nashra.publish.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Puts files into their place in one step: a reader sees the whole old one or the whole new one.
 */
final class WholeFile {
  private WholeFile() {}

  /** The file is on the disk when this returns. */
  static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  static void write(Path file, byte[] bytes) throws IOException {
    replace(
        file,
        temporary -> {
          try (var channel =
              FileChannel.open(
                  temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
              channel.write(buffer);
            }
            channel.force(true);
          }
        });
  }

  /** A hard link to the original where the file system has them, else a copy. */
  static void link(Path original, Path file) throws IOException {
    if (Files.exists(file)) {
      if (Files.isSameFile(original, file) || Files.mismatch(original, file) < 0) {
        return;
      }
    }
    replace(
        file,
        temporary -> {
          try {
            Files.createLink(temporary, original);
          } catch (IOException | UnsupportedOperationException e) {
            Files.copy(original, temporary);
          }
        });
  }

  private static void replace(Path file, Filling filling) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("no folder for " + file);
    }
    Files.createDirectories(folder);
    var temporary = folder.resolve("." + UUID.randomUUID() + ".tmp");
    try {
      filling.fill(temporary);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private interface Filling {
    void fill(Path temporary) throws IOException;
  }
}
