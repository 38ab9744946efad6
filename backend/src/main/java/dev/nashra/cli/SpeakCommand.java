package dev.nashra.cli;

import dev.nashra.app.Folders;
import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.media.audio.SpokenStory;
import dev.nashra.media.audio.StoryReader;
import dev.nashra.media.ffmpeg.Ffmpeg;
import dev.nashra.media.ffmpeg.FfmpegFailed;
import dev.nashra.media.ffmpeg.FfmpegNotFound;
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

/** Reads one story aloud into an audio file. */
@Command(
    name = "speak",
    description = "Read the story on standard input (JSON) aloud into an audio file.")
final class SpeakCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the audio goes: FILE.mp3 or FILE.m4a.")
  private Path out;

  @Mixin private JsonOption json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!out.toString().toLowerCase(Locale.ROOT).matches(".*\\.(mp3|m4a)")) {
      throw new ParameterException(spec.commandLine(), "--out must end in .mp3 or .m4a: " + out);
    }
    try {
      show(read());
      return 0;
    } catch (BadStoryException | FfmpegNotFound | FfmpegFailed | VoiceFailed e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private SpokenStory read() throws IOException, InterruptedException {
    var brief = StoryInput.read(System.in);
    var settings = Settings.ofProcess();
    var cache = new Folders(settings.get(Catalog.DATA_DIR)).cache();
    var speaker =
        Speaker.find(cache, settings.get(Catalog.ESPEAK_PATH))
            .orElseThrow(() -> new VoiceFailed("There is no voice; install espeak-ng."));
    var ffmpeg = Ffmpeg.find(cache, settings.get(Catalog.FFMPEG_PATH));
    var reader = new StoryReader(speaker, ffmpeg);
    return reader.read(brief, settings.get(Catalog.NEWSROOM_NAME), out.toAbsolutePath());
  }

  private void show(SpokenStory story) {
    var seconds = story.duration().toMillis() / 1000.0;
    var loudness = story.loudness();
    if (json.isSet()) {
      json.print(
          new Shown(
              story.file().toString(),
              story.bytes(),
              seconds,
              loudness.isSilence() ? null : loudness.integrated(),
              loudness.isSilence() ? null : loudness.truePeak()));
      return;
    }
    System.out.printf(
        Locale.ROOT,
        "%s  %.1f s  %d KB  %.1f LUFS, peak %.1f dBTP%n",
        story.file(),
        seconds,
        story.bytes() / 1000,
        loudness.integrated(),
        loudness.truePeak());
  }

  private record Shown(
      String file, long bytes, double seconds, @Nullable Double lufs, @Nullable Double truePeak) {}
}
