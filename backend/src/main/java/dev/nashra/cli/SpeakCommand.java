package dev.nashra.cli;

import dev.nashra.media.Brief;
import dev.nashra.media.audio.Loudness;
import dev.nashra.media.audio.Mastering;
import dev.nashra.media.audio.StoryReader;
import dev.nashra.media.voice.VoiceFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads one story aloud into an audio file. */
@Command(
    name = "speak",
    description = {
      "Read a story aloud into an audio file: FILE.mp3 or FILE.m4a.",
      "Takes one story as JSON on standard input, as \"nashra card\" does."
    })
final class SpeakCommand extends StoryCommand {
  @Option(
      names = "--brand-name",
      paramLabel = "NAME",
      defaultValue = "نشرة · Nashra",
      description = "The newsroom's name, which players show as the artist.")
  private String brandName;

  /** What was written; no loudness for a file in which nothing is heard. */
  record Written(
      String file,
      String language,
      double seconds,
      long bytes,
      @Nullable Double lufs,
      @Nullable Double truePeak) {
    @Override
    public String toString() {
      return "Wrote %s: %.1f s, %d KB, %.1f LUFS, peak %.1f dBTP"
          .formatted(file, seconds, Math.ceilDiv(bytes, 1024), lufs, truePeak);
    }
  }

  @Override
  protected Object make(Brief story, Path file) throws IOException, InterruptedException {
    if (!file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(mp3|m4a)")) {
      throw new UnusableOptionException("--out must end in .mp3 or .m4a: " + file);
    }
    var out = file.toAbsolutePath();
    Files.createDirectories(out.getParent());
    var studio = Studios.ofSettings();
    var speaker =
        studio.speaker().orElseThrow(() -> new VoiceFailed("no voice: install espeak-ng"));
    if (!speaker.speaks(story.language())) {
      throw new BadStoryException(
          "cannot be read aloud: no voice speaks \"" + story.language() + "\".");
    }
    var audio = new StoryReader(speaker, studio.ffmpeg()).read(story, brandName, out);
    var loudness = new Mastering(studio.ffmpeg()).measure(audio.file());
    return new Written(
        file.toString(),
        story.language(),
        audio.duration().toMillis() / 1000.0,
        audio.bytes(),
        audible(loudness, loudness.integrated()),
        audible(loudness, loudness.truePeak()));
  }

  static @Nullable Double audible(Loudness loudness, double value) {
    return loudness.isSilence() ? null : value;
  }
}
