package dev.nashra.cli;

import dev.nashra.media.Brief;
import dev.nashra.media.audio.Mastering;
import dev.nashra.media.card.UnusableLogoException;
import dev.nashra.media.reel.ReelMaker;
import dev.nashra.media.type.Faces;
import dev.nashra.media.type.UnusableFontException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the reel of one story. */
@Command(
    name = "reel",
    description = {
      "Make a vertical video of a story: FILE.mp4, 10 to 45 seconds.",
      "Takes one story as JSON on standard input, as \"nashra card\" does."
    })
final class ReelCommand extends StoryCommand {
  private static final int STEPS = 20;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      converter = CardCommand.ZoneConverter.class,
      description = "Time zone of the date, such as Africa/Cairo (default: UTC).")
  private @Nullable ZoneId zone;

  @Option(
      names = "--fonts",
      paramLabel = "PATH",
      description = "A font file, or a folder of them, to be used before the bundled faces.")
  private @Nullable Path fonts;

  @Mixin private BrandOptions brand;

  /** What was written; no loudness for a reel without a voice. */
  record Written(
      String file,
      int width,
      int height,
      double seconds,
      long bytes,
      boolean spoken,
      @Nullable Double lufs,
      @Nullable Double truePeak) {
    @Override
    public String toString() {
      return "Wrote %s: %d × %d, %.1f s, %d KB%s"
          .formatted(
              file,
              width,
              height,
              seconds,
              Math.ceilDiv(bytes, 1024),
              spoken ? "" : ", silent: there is no voice for its language");
    }
  }

  @Override
  protected Object make(Brief story, Path file) throws IOException, InterruptedException {
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".mp4")) {
      throw new UnusableOptionException("--out must end in .mp4: " + file);
    }
    var out = file.toAbsolutePath();
    Files.createDirectories(out.getParent());
    var studio = Studios.ofSettings();
    try {
      var maker =
          new ReelMaker(
              studio.speaker(),
              studio.ffmpeg(),
              Faces.with(fonts),
              zone == null ? ZoneOffset.UTC : zone);
      var reel = maker.make(story, brand.brand(), out, ReelCommand::show);
      var loudness = new Mastering(studio.ffmpeg()).measure(reel.file());
      return new Written(
          file.toString(),
          reel.width(),
          reel.height(),
          reel.duration().toMillis() / 1000.0,
          reel.bytes(),
          reel.spoken(),
          SpeakCommand.audible(loudness, loudness.integrated()),
          SpeakCommand.audible(loudness, loudness.truePeak()));
    } catch (UnusableLogoException | UnusableFontException e) {
      throw new UnusableOptionException(String.valueOf(e.getMessage()));
    }
  }

  /** On one line of standard error. */
  private static void show(int frames, int total) {
    int step = Math.max(1, total / STEPS);
    if (frames % step == 0 || frames == total) {
      System.err.printf(
          Locale.ROOT, "\rreel: %3d %%%s", 100L * frames / total, frames == total ? "\n" : "");
    }
  }
}
