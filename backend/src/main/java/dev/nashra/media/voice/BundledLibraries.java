package dev.nashra.media.voice;

import dev.nashra.process.JarFolder;
import dev.nashra.process.Unpacked;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipInputStream;

/**
 * The native libraries and data inside the piper-jni jar, unpacked: espeak-ng with its voices, and
 * onnxruntime with a model that knows the short vowels of Arabic.
 */
record BundledLibraries(Path folder) {
  private static final String ESPEAK = "libespeak-ng.so.1";
  private static final String ONNX = "libonnxruntime.so.1.14.1";
  private static final String VOWELS = "libtashkeel_model.ort";
  private static final String ESPEAK_DATA = "espeak-ng-data.zip";

  /** Empty when there are none for this machine. */
  static Optional<BundledLibraries> unpack(Path cache) throws IOException {
    var libraries = JarFolder.holding(platform(), ESPEAK);
    var data = JarFolder.holding("", ESPEAK_DATA);
    if (libraries.isEmpty() || data.isEmpty()) {
      return Optional.empty();
    }
    var folder =
        Unpacked.folder(
            cache,
            libraries.get().version() + "-" + platform(),
            aside -> {
              libraries.get().forEach((name, content) -> copy(aside, name, content));
              data.get().forEach((name, content) -> copy(aside, name, content));
            });
    return Optional.of(new BundledLibraries(folder));
  }

  Path espeak() {
    return folder.resolve(ESPEAK);
  }

  Path espeakData() {
    return folder.resolve("espeak-ng-data");
  }

  Path onnxruntime() {
    return folder.resolve(ONNX);
  }

  Path vowelModel() {
    return folder.resolve(VOWELS);
  }

  private static String platform() {
    return System.getProperty("os.arch", "").equals("aarch64") ? "debian-arm64" : "debian-amd64";
  }

  private static void copy(Path folder, String name, InputStream content) throws IOException {
    switch (name) {
      case ESPEAK, ONNX, VOWELS -> Files.copy(content, folder.resolve(name));
      case ESPEAK_DATA -> unzip(content, folder.resolve("espeak-ng-data"));
      default -> {} // Piper itself, and the same libraries under other names.
    }
  }

  private static void unzip(InputStream content, Path folder) throws IOException {
    var zip = new ZipInputStream(content);
    for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      var file = folder.resolve(entry.getName()).normalize();
      if (entry.isDirectory() || !file.startsWith(folder)) {
        continue;
      }
      Files.createDirectories(file.getParent());
      Files.copy(zip, file);
    }
  }
}
