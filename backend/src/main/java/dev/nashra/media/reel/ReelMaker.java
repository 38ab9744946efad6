package dev.nashra.media.reel;

import dev.nashra.media.Brand;
import dev.nashra.media.Brief;
import dev.nashra.media.audio.Mastering;
import dev.nashra.media.card.Scenery;
import dev.nashra.media.ffmpeg.Ffmpeg;
import dev.nashra.media.ffmpeg.FfmpegFailed;
import dev.nashra.media.type.Faces;
import dev.nashra.media.voice.Speaker;
import dev.nashra.process.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the reel of a story: a vertical MP4 of 10 to 45 seconds that every network takes. */
public final class ReelMaker {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String COLOURS =
      "-color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709";

  private final Optional<Speaker> speaker;
  private final Ffmpeg ffmpeg;
  private final Mastering mastering;
  private final Faces faces;
  private final ZoneId zone;

  /**
   * @param speaker reels are silent without one
   * @param zone of the dates shown
   */
  public ReelMaker(Optional<Speaker> speaker, Ffmpeg ffmpeg, Faces faces, ZoneId zone) {
    this.speaker = speaker;
    this.ffmpeg = ffmpeg;
    mastering = new Mastering(ffmpeg);
    this.faces = faces;
    this.zone = zone;
  }

  /** Hears how far a reel is. */
  @FunctionalInterface
  public interface Progress {
    void at(int frames, int total);
  }

  /** Makes the reel; the file appears when it is whole. */
  public Reel make(Brief brief, Brand brand, Path out, Progress progress)
      throws IOException, InterruptedException {
    var scenery = new Scenery(brief, brand, faces, zone);
    faces.requireLetters(brief.language(), brief.headline(), scenery.reading().direction());
    var narration = new Narrator(speaker.orElse(null)).tell(brief);
    var layout = new Layout(faces, scenery.reading());
    var storyboard = Storyboard.of(narration, layout, brief.storyId());
    var levels = narration.sound().levels(Storyboard.FRAMES_A_SECOND);
    var film = new Film(storyboard, scenery, layout, levels);
    var wav = sibling(out, ".wav");
    var voice = sibling(out, ".aac");
    var aside = sibling(out, ".mp4");
    try {
      narration.sound().write(wav);
      encodeVoice(wav, storyboard.frames(), voice);
      encodeVideo(film, storyboard.frames(), voice, brief, aside, progress);
      return finished(aside, out, !narration.sound().isSilent());
    } finally {
      Files.deleteIfExists(wav);
      Files.deleteIfExists(voice);
      Files.deleteIfExists(aside);
    }
  }

  /**
   * By itself, as a bare stream: one process for sound and pictures would need more memory, and a
   * stream without timestamps needs no edit list that makes players skip AAC's first silence.
   */
  private void encodeVoice(Path wav, int frames, Path voice) throws InterruptedException {
    var filters = mastering.filters(wav) + ",pan=stereo|c0=c0|c1=c0,apad";
    var arguments = new ArrayList<>(List.of("-i", wav.toString(), "-af", filters));
    arguments.addAll(
        words("-c:a aac -profile:a aac_low -aac_coder fast -b:a 128k -ar 48000 -ac 2 -f adts -t"));
    arguments.add(seconds(frames));
    arguments.add(voice.toString());
    succeed(ffmpeg.command(arguments).run(PATIENCE));
  }

  private void encodeVideo(
      Film film, int frames, Path voice, Brief brief, Path file, Progress progress)
      throws InterruptedException {
    var arguments = new ArrayList<String>();
    arguments.addAll(words("-f rawvideo -pix_fmt yuv420p -r 30 " + COLOURS + " -s"));
    arguments.add(Frame.WIDTH + "x" + Frame.HEIGHT);
    arguments.addAll(words("-i pipe:0 -i"));
    arguments.add(voice.toString());
    arguments.addAll(words("-map 0:v -map 1:a -map_metadata -1 -c:a copy"));
    arguments.addAll(ffmpeg.encoder().options());
    arguments.addAll(words("-profile:v high -pix_fmt yuv420p -fps_mode cfr -g 60 -bf 0"));
    arguments.addAll(words("-flags +cgop " + COLOURS + " -movflags +faststart -use_editlist 0"));
    arguments.addAll(words("-frames:v " + frames + " -f mp4 -metadata"));
    arguments.add("title=" + brief.headline());
    arguments.add(file.toString());
    succeed(
        ffmpeg
            .command(arguments)
            .run(PATIENCE, stdin -> film.writeTo(stdin, done -> progress.at(done, frames))));
  }

  private static void succeed(Outcome outcome) {
    if (!outcome.succeeded()) {
      throw new FfmpegFailed("encoding a reel", outcome);
    }
  }

  private Reel finished(Path aside, Path out, boolean spoken)
      throws IOException, InterruptedException {
    var duration = ffmpeg.duration(aside);
    Files.move(aside, out, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return new Reel(out, duration, Files.size(out), Frame.WIDTH, Frame.HEIGHT, spoken);
  }

  private static String seconds(int frames) {
    return String.format(
        java.util.Locale.ROOT, "%.4f", frames / (double) Storyboard.FRAMES_A_SECOND);
  }

  private static List<String> words(String options) {
    return List.of(options.split(" "));
  }

  private static Path sibling(Path out, String ending) {
    return out.resolveSibling("." + out.getFileName() + ".part" + ending);
  }
}
