package dev.nashra.cli;

import dev.nashra.app.Folders;
import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.media.Brand;
import dev.nashra.media.ffmpeg.Ffmpeg;
import dev.nashra.media.ffmpeg.FfmpegFailed;
import dev.nashra.media.ffmpeg.FfmpegNotFound;
import dev.nashra.media.reel.Reel;
import dev.nashra.media.reel.ReelMaker;
import dev.nashra.media.type.Faces;
import dev.nashra.media.voice.Speaker;
import dev.nashra.media.voice.VoiceFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the reel of one story. */
@Command(
    name = "reel",
    description = "Make a vertical video of the story on standard input (JSON).")
final class ReelCommand implements Callable<Integer> {
  private static final int FRAMES_BETWEEN_NEWS = 15;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.mp4",
      description = "Where the video goes.")
  private Path out;

  @Mixin private JsonOption json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".mp4")) {
      throw new ParameterException(spec.commandLine(), "--out must end in .mp4: " + out);
    }
    try {
      show(make());
      return 0;
    } catch (BadStoryException | FfmpegNotFound | FfmpegFailed | VoiceFailed e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private Reel make() throws IOException, InterruptedException {
    var brief = StoryInput.read(System.in);
    var settings = Settings.ofProcess();
    var cache = new Folders(settings.get(Catalog.DATA_DIR)).cache();
    var maker =
        new ReelMaker(
            Speaker.find(cache, settings.get(Catalog.ESPEAK_PATH)),
            Ffmpeg.find(cache, settings.get(Catalog.FFMPEG_PATH)),
            Faces.with(settings.get(Catalog.FONT_DIR).orElse(null)),
            settings.get(Catalog.TIME_ZONE));
    return maker.make(brief, brand(settings), out.toAbsolutePath(), ReelCommand::showProgress);
  }

  private static Brand brand(Settings settings) {
    return Brand.DEFAULT
        .withName(settings.get(Catalog.NEWSROOM_NAME))
        .withLogo(settings.get(Catalog.NEWSROOM_LOGO).orElse(null))
        .withColors(
            Brand.color(settings.get(Catalog.BRAND_PRIMARY)),
            Brand.color(settings.get(Catalog.BRAND_ACCENT)),
            Brand.DEFAULT.background());
  }

  private static void showProgress(int frames, int total) {
    if (frames % FRAMES_BETWEEN_NEWS == 0 || frames == total) {
      System.err.printf(Locale.ROOT, "\rDrawing and encoding: %3d %%", 100 * frames / total);
    }
    if (frames == total) {
      System.err.println();
    }
  }

  private void show(Reel reel) {
    var seconds = reel.duration().toMillis() / 1000.0;
    if (json.isSet()) {
      json.print(
          new Shown(
              reel.file().toString(),
              reel.bytes(),
              seconds,
              reel.width(),
              reel.height(),
              reel.spoken(),
              reel.loudness().isSilence() ? null : reel.loudness().integrated()));
      return;
    }
    System.out.printf(
        Locale.ROOT,
        "%s  %.1f s  %d x %d  %d KB%s%n",
        reel.file(),
        seconds,
        reel.width(),
        reel.height(),
        reel.bytes() / 1000,
        reel.spoken() ? "" : "  (silent: no voice for this language)");
  }

  private record Shown(
      String file,
      long bytes,
      double seconds,
      int width,
      int height,
      boolean spoken,
      @Nullable Double lufs) {}
}
