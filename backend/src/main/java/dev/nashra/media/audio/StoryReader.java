package dev.nashra.media.audio;

import dev.nashra.media.Brief;
import dev.nashra.media.ffmpeg.Ffmpeg;
import dev.nashra.media.ffmpeg.FfmpegFailed;
import dev.nashra.media.voice.Sound;
import dev.nashra.media.voice.Speaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.stream.Collectors;

/** Makes the audio file of a story: MP3 or M4A, by the end of its name. */
public final class StoryReader {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Voices hold nothing above 11 kHz; players everywhere take this rate. */
  private static final String RATE = "24000";

  private final Speaker speaker;
  private final Ffmpeg ffmpeg;
  private final Mastering mastering;

  public StoryReader(Speaker speaker, Ffmpeg ffmpeg) {
    this.speaker = speaker;
    this.ffmpeg = ffmpeg;
    mastering = new Mastering(ffmpeg);
  }

  /** Whether there is a voice for the story's language. */
  public boolean reads(String language) {
    return speaker.speaks(language);
  }

  /** Does what is cheaper for many stories at once than for each when it is read. */
  public void prepare(List<Brief> briefs) throws InterruptedException {
    var byLanguage = briefs.stream().collect(Collectors.groupingBy(Brief::language));
    for (var group : byLanguage.entrySet()) {
      var texts =
          group.getValue().stream()
              .flatMap(brief -> Script.of(brief).stream())
              .map(Line::text)
              .toList();
      speaker.prepare(texts, group.getKey());
    }
  }

  /**
   * Reads the story into a file, which appears when it is whole.
   *
   * @param newsroom the artist that players show
   */
  public SpokenStory read(Brief brief, String newsroom, Path out)
      throws IOException, InterruptedException {
    return read(Script.of(brief), new Tags(brief.headline(), newsroom, brief.language()), out);
  }

  /** Reads lines of several stories into one file, as a bulletin does. */
  public SpokenStory read(List<Line> lines, Tags tags, Path out)
      throws IOException, InterruptedException {
    var texts = lines.stream().map(Line::text).toList();
    return write(spaced(lines, speaker.speak(texts, tags.language())), tags, out);
  }

  /** What players show of a file; the language is that of its lines too. */
  public record Tags(String title, String artist, String language) {}

  private static Sound spaced(List<Line> lines, List<Sound> sounds) {
    int rate = sounds.getFirst().rate();
    var parts = new ArrayList<Sound>();
    parts.add(Sound.silence(rate, Pauses.BEGINNING));
    for (int i = 0; i < lines.size(); i++) {
      parts.add(sounds.get(i));
      parts.add(Sound.silence(rate, Pauses.after(lines.get(i))));
    }
    parts.add(Sound.silence(rate, Pauses.END));
    return Sound.join(rate, parts);
  }

  private SpokenStory write(Sound sound, Tags tags, Path out)
      throws IOException, InterruptedException {
    var wav = sibling(out, ".wav");
    var aside = sibling(out, ending(out));
    try {
      sound.write(wav);
      encode(wav, tags, aside);
      Files.move(aside, out, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return new SpokenStory(out, sound.duration(), Files.size(out));
    } finally {
      Files.deleteIfExists(wav);
      Files.deleteIfExists(aside);
    }
  }

  private void encode(Path wav, Tags tags, Path file) throws InterruptedException {
    var arguments = new ArrayList<>(List.of("-i", wav.toString(), "-af", mastering.filters(wav)));
    arguments.addAll(List.of("-ar", RATE, "-ac", "1", "-b:a", "64k", "-map_metadata", "-1"));
    arguments.addAll(List.of("-metadata", "title=" + tags.title()));
    arguments.addAll(List.of("-metadata", "artist=" + tags.artist()));
    arguments.addAll(List.of("-metadata:s:a:0", "language=" + iso3(tags.language())));
    arguments.addAll(
        ending(file).equals(".mp3")
            ? List.of(
                "-c:a", "libmp3lame", "-compression_level", "9", "-id3v2_version", "3", "-f", "mp3")
            : List.of("-c:a", "aac", "-movflags", "+faststart", "-f", "mp4"));
    arguments.add(file.toString());
    var outcome = ffmpeg.command(arguments).run(PATIENCE);
    if (!outcome.succeeded()) {
      throw new FfmpegFailed("encoding " + file.getFileName(), outcome);
    }
  }

  /** Containers want three letters. */
  private static String iso3(String language) {
    try {
      return Locale.forLanguageTag(language).getISO3Language();
    } catch (MissingResourceException _) {
      return "und";
    }
  }

  private static Path sibling(Path out, String ending) {
    return out.resolveSibling("." + out.getFileName() + ".part" + ending);
  }

  private static String ending(Path file) {
    return file.getFileName().toString().endsWith(".mp3") ? ".mp3" : ".m4a";
  }
}
