package dev.nashra.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL server's programs, as an archive on the class path. */
final class PostgresBinaries {
  private static final List<String> ARCHIVES =
      List.of(
          "/postgres-linux-%s.txz",
          "/postgres-linux-%s-alpine_linux.txz", "/postgres-darwin-%s.txz");
  private static final int OWNER_EXECUTES = 0100;

  private PostgresBinaries() {}

  /** The archive for this machine, if the program was built with one. */
  static Optional<URL> resource() {
    var arch =
        switch (System.getProperty("os.arch")) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64" -> "arm_64";
          case String other -> other;
        };
    return ARCHIVES.stream()
        .map(name -> Optional.ofNullable(PostgresBinaries.class.getResource(name.formatted(arch))))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Unpacks the archive into a folder that does not exist yet: aside first, then renamed. */
  static void unpack(Path folder) {
    var archive =
        resource()
            .orElseThrow(
                () ->
                    new EmbeddedPostgresException(
                        "No embedded PostgreSQL for this machine. Set DATABASE_URL to a server."));
    var aside = folder.resolveSibling(folder.getFileName() + ".part");
    try {
      deleteTree(aside);
      try (var stream = archive.openStream()) {
        unpack(stream, aside);
      }
      Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL could not be unpacked to " + folder, e);
    }
  }

  private static void unpack(InputStream stream, Path folder) throws IOException {
    try (var archive =
        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(stream)))) {
      for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("an entry outside of the archive: " + entry.getName());
        }
        write(archive, entry, target);
      }
    }
  }

  private static void write(InputStream archive, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(archive, target);
    if ((entry.getMode() & OWNER_EXECUTES) != 0 && !target.toFile().setExecutable(true, false)) {
      throw new IOException("cannot be made executable: " + target);
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
