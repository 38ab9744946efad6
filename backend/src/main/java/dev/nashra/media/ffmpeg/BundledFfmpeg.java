package dev.nashra.media.ffmpeg;

import dev.nashra.process.JarFolder;
import dev.nashra.process.Unpacked;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The ffmpeg that lies in a jar on the class path, for machines that have none. */
final class BundledFfmpeg {
  /** Raised when the unpacked files change for the same jar. */
  private static final int LAYOUT = 1;

  /** For screens, sound cards and cameras; none of it on a server. */
  private static final Set<String> DESKTOP_LIBRARIES =
      Set.of(
          "libxcb.so.1",
          "libxcb-shm.so.0",
          "libxcb-shape.so.0",
          "libxcb-xfixes.so.0",
          "libasound.so.2",
          "libpulse.so.0");

  private static final Set<String> DESKTOP_FUNCTIONS = Set.of("xcb_", "snd_", "pa_");

  private BundledFfmpeg() {}

  /** The folder with ffmpeg, ffprobe and their libraries; empty when there is no such jar. */
  static Optional<Path> unpack(Path cache) throws IOException {
    var jar = JarFolder.holding("org/bytedeco/ffmpeg/" + platform(), "ffmpeg");
    return jar.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Unpacked.folder(
                cache,
                jar.get().version() + "-" + LAYOUT,
                folder -> jar.get().forEach((name, content) -> write(folder, name, content))));
  }

  private static String platform() {
    var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    var processor = System.getProperty("os.arch", "");
    return (system.startsWith("mac") ? "macosx" : "linux")
        + (processor.equals("aarch64") ? "-arm64" : "-x86_64");
  }

  private static void write(Path folder, String name, InputStream content) throws IOException {
    if (name.startsWith("libjni")) {
      return; // Bindings for Java, which we do not use.
    }
    var file = folder.resolve(name);
    if (name.startsWith("libavdevice.so")) {
      var library = content.readAllBytes();
      new ElfLibrary(library).drop(DESKTOP_LIBRARIES, DESKTOP_FUNCTIONS);
      Files.write(file, library);
    } else {
      Files.copy(content, file);
    }
    if (!file.toFile().setExecutable(true, false)) {
      throw new IOException("cannot be made executable: " + file);
    }
  }
}
