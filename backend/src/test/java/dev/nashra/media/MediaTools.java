package dev.nashra.media;

import dev.nashra.media.ffmpeg.Ffmpeg;
import dev.nashra.media.voice.Speaker;
import dev.nashra.process.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tools for sound and video as tests find them, unpacked once for all tests. */
public final class MediaTools {
  public static final Path CACHE = Path.of("target", "media-tools").toAbsolutePath();

  private MediaTools() {}

  public static Studio studio() {
    return new Studio(CACHE, Optional.empty(), Optional.empty());
  }

  public static Ffmpeg ffmpeg() throws InterruptedException {
    return Ffmpeg.find(CACHE, Optional.empty());
  }

  public static Speaker speaker() throws InterruptedException {
    return Speaker.find(CACHE, Optional.empty()).orElseThrow();
  }

  /** What ffprobe answers, one entry a line. */
  public static List<String> probe(Path file, String... question) throws InterruptedException {
    var arguments = new ArrayList<>(List.of(question));
    arguments.addAll(List.of("-of", "default=noprint_wrappers=1", file.toString()));
    var outcome = ffmpeg().probe(arguments).run(java.time.Duration.ofSeconds(60));
    if (outcome instanceof Outcome.Exited exited && exited.code() == 0) {
      return exited.text().lines().toList();
    }
    throw new AssertionError(outcome.summary());
  }
}
