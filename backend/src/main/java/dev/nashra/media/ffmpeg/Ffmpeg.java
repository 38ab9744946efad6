package dev.nashra.media.ffmpeg;

import dev.nashra.process.Command;
import dev.nashra.process.Outcome;
import dev.nashra.process.SearchPath;
import dev.nashra.process.Unpacked;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ffmpeg that has been found to work.
 *
 * @param libraries the folder with its own libraries; null when the machine has them
 * @param version what it calls itself
 * @param encoder the H.264 encoder that it has
 */
public record Ffmpeg(
    Path ffmpeg, Path ffprobe, @Nullable Path libraries, String version, H264Encoder encoder) {
  private static final Duration QUESTION = Duration.ofSeconds(30);

  /**
   * The configured ffmpeg; without one that on the search path; without that the bundled one,
   * unpacked into the cache folder.
   *
   * @throws FfmpegNotFound when none of them works; says why
   */
  public static Ffmpeg find(Path cache, Optional<Path> configured) throws InterruptedException {
    if (configured.isPresent()) {
      return installed(configured.get());
    }
    var onPath = SearchPath.find("ffmpeg");
    if (onPath.isPresent()) {
      try {
        return installed(onPath.get());
      } catch (FfmpegNotFound _) {
        // A broken one, or one without the encoders: ours is better than none.
      }
    }
    return bundled(cache);
  }

  /** A run of ffmpeg with these arguments: silent but for errors, and nice to everybody else. */
  public Command command(List<String> arguments) {
    var all = new ArrayList<String>();
    all.add(ffmpeg.toString());
    all.addAll(List.of("-hide_banner", "-nostdin", "-loglevel", "error", "-y"));
    all.addAll(arguments);
    // Each of its many threads would otherwise keep a heap of its own.
    return at(Command.of(all)).with("MALLOC_ARENA_MAX", "1").nice();
  }

  /** A run of ffprobe with these arguments. */
  public Command probe(List<String> arguments) {
    var all = new ArrayList<String>();
    all.add(ffprobe.toString());
    all.addAll(List.of("-hide_banner", "-loglevel", "error"));
    all.addAll(arguments);
    return at(Command.of(all));
  }

  /** How long a file plays. */
  public Duration duration(Path file) throws InterruptedException {
    var outcome =
        probe(List.of("-show_entries", "format=duration", "-of", "csv=p=0", file.toString()))
            .run(QUESTION);
    if (outcome instanceof Outcome.Exited exited && exited.code() == 0) {
      try {
        return Duration.ofMillis(Math.round(Double.parseDouble(exited.text().strip()) * 1000));
      } catch (NumberFormatException _) {
        // Falls through: "N/A" for a file that is no media.
      }
    }
    throw new FfmpegFailed("ffprobe of " + file.getFileName(), outcome);
  }

  private static Ffmpeg installed(Path program) throws InterruptedException {
    return check(program, program.resolveSibling("ffprobe"), null);
  }

  private static Ffmpeg bundled(Path cache) throws InterruptedException {
    try {
      var folder = BundledFfmpeg.unpack(cache);
      if (folder.isEmpty()) {
        throw new FfmpegNotFound(
            "install ffmpeg, or set FFMPEG_PATH: none is bundled for this machine");
      }
      try {
        return in(folder.get());
      } catch (FfmpegNotFound _) {
        // Damaged, by a full disk or a power cut: once more.
        Unpacked.remove(folder.get());
        return in(BundledFfmpeg.unpack(cache).orElseThrow());
      }
    } catch (IOException e) {
      throw new FfmpegNotFound("the bundled ffmpeg could not be unpacked: " + e);
    }
  }

  private static Ffmpeg in(Path folder) throws InterruptedException {
    return check(folder.resolve("ffmpeg"), folder.resolve("ffprobe"), folder);
  }

  private static Ffmpeg check(Path ffmpeg, Path ffprobe, @Nullable Path libraries)
      throws InterruptedException {
    var unchecked = new Ffmpeg(ffmpeg, ffprobe, libraries, "", H264Encoder.OPENH264);
    var version = answer(unchecked.at(Command.of(ffmpeg.toString(), "-version")));
    answer(unchecked.at(Command.of(ffprobe.toString(), "-version")));
    var encoders = answer(unchecked.command(List.of("-encoders")));
    var encoder =
        H264Encoder.best(encoders)
            .orElseThrow(() -> new FfmpegNotFound(ffmpeg + " has no H.264 encoder"));
    return new Ffmpeg(ffmpeg, ffprobe, libraries, version.split(" Copyright", 2)[0], encoder);
  }

  private static String answer(Command question) throws InterruptedException {
    return switch (question.run(QUESTION)) {
      case Outcome.Exited exited when exited.code() == 0 -> exited.text();
      case Outcome other ->
          throw new FfmpegNotFound(question.arguments().getFirst() + ": " + other.summary());
    };
  }

  private Command at(Command command) {
    return libraries == null ? command : command.with("LD_LIBRARY_PATH", libraries.toString());
  }
}
