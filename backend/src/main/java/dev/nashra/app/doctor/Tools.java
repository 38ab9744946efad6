package dev.nashra.app.doctor;

import dev.nashra.config.Catalog;
import dev.nashra.config.DownloadSettings;
import dev.nashra.config.Settings;
import dev.nashra.media.card.LogoFile;
import dev.nashra.media.card.UnusableLogoException;
import dev.nashra.media.ffmpeg.Ffmpeg;
import dev.nashra.media.ffmpeg.FfmpegNotFound;
import dev.nashra.media.type.Faces;
import dev.nashra.media.type.UnusableFontException;
import dev.nashra.media.voice.Speaker;
import dev.nashra.media.voice.VoiceFailed;
import dev.nashra.process.Command;
import dev.nashra.process.Outcome;
import dev.nashra.process.SearchPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What pictures, audio and reels are made with. */
final class Tools {
  private static final Duration QUESTION = Duration.ofSeconds(20);
  private static final String LETTERS = "نشرة Nashra";

  private Tools() {}

  static Finding ffmpeg(Settings settings, Path cache) throws InterruptedException {
    var name = "ffmpeg";
    var configured = settings.get(Catalog.FFMPEG_PATH);
    try {
      var ffmpeg = Ffmpeg.find(cache, configured);
      var where = ffmpeg.libraries() == null ? ffmpeg.ffmpeg().toString() : "bundled";
      var video = ffmpeg.encoder().options().get(1);
      var sound = soundEncoders(ffmpeg);
      var found =
          "%s (%s); video %s, audio %s"
              .formatted(ffmpeg.version(), where, video, String.join(" and ", sound));
      return sound.size() == 2
          ? Finding.ok(name, found)
          : Finding.problem(
              name,
              found,
              "Audio needs the encoders libmp3lame and aac: install a full ffmpeg, or empty"
                  + " FFMPEG_PATH for the bundled one.");
    } catch (FfmpegNotFound e) {
      return Finding.problem(
          name,
          String.valueOf(e.getMessage()),
          configured.isPresent()
              ? "Correct FFMPEG_PATH, or empty it for the bundled one."
              : "Install ffmpeg with your system's package manager. Without it there are no audio"
                  + " and no reels.");
    }
  }

  private static List<String> soundEncoders(Ffmpeg ffmpeg) throws InterruptedException {
    var found = new ArrayList<String>();
    if (ffmpeg.command(List.of("-encoders")).run(QUESTION) instanceof Outcome.Exited exited) {
      var words = List.of(exited.text().split("\\s+"));
      List.of("libmp3lame", "aac").stream().filter(words::contains).forEach(found::add);
    }
    return found;
  }

  static Finding voice(Settings settings, Path cache) throws InterruptedException {
    var name = "Voice";
    var whatToDo =
        "Install espeak-ng with your system's package manager. Without it there is no audio.";
    var speaker = Speaker.find(cache, settings.get(Catalog.ESPEAK_PATH));
    if (speaker.isEmpty()) {
      return Finding.problem(name, "none on this machine", whatToDo);
    }
    try {
      var arabic = speaks(speaker.get(), "مرحبا", "ar");
      var english = speaks(speaker.get(), "Welcome", "en");
      return arabic && english
          ? Finding.ok(name, speaker.get().description() + "; speaks Arabic and English")
          : Finding.problem(
              name,
              "%s is silent in %s"
                  .formatted(speaker.get().description(), arabic ? "English" : "Arabic"),
              whatToDo);
    } catch (VoiceFailed e) {
      return Finding.problem(name, String.valueOf(e.getMessage()), whatToDo);
    }
  }

  private static boolean speaks(Speaker speaker, String word, String language)
      throws InterruptedException {
    return speaker.speak(List.of(word), language).stream().noneMatch(sound -> sound.isSilent());
  }

  /** Only what readers of the bot get depends on it. */
  static Finding ytDlp(Settings settings) throws InterruptedException {
    var name = "yt-dlp";
    var program = settings.get(DownloadSettings.YT_DLP_PATH).or(() -> SearchPath.find("yt-dlp"));
    if (program.isEmpty()) {
      return Finding.ok(name, "none; the bot's readers get plain files and what pages name");
    }
    var path = program.get().toString();
    var outcome = Command.of(path, "--ignore-config", "--version").run(QUESTION);
    return outcome instanceof Outcome.Exited exited && exited.succeeded()
        ? Finding.ok(name, "%s (%s)".formatted(exited.text().strip(), path))
        : Finding.problem(
            name,
            "%s: %s".formatted(path, outcome.summary()),
            "Correct YT_DLP_PATH, or empty it for the one on the PATH.");
  }

  static Finding fonts(Settings settings) {
    var name = "Fonts";
    var own = settings.get(Catalog.FONT_DIR);
    try {
      var faces = Faces.with(own.orElse(null));
      var complete =
          LETTERS
              .codePoints()
              .allMatch(letter -> faces.regular().covers(letter) && faces.bold().covers(letter));
      var found = own.map(path -> path + " before the bundled ones").orElse("bundled");
      return complete
          ? Finding.ok(name, found + "; Arabic and Latin letters are there")
          : Finding.problem(name, found + "; letters are missing", "Build Nashra anew.");
    } catch (UnusableFontException e) {
      return Finding.problem(
          name, String.valueOf(e.getMessage()), "Correct FONT_DIR, or empty it.");
    }
  }

  static Finding logo(Settings settings) {
    var name = "Logo";
    var file = settings.get(Catalog.NEWSROOM_LOGO);
    if (file.isEmpty()) {
      return Finding.ok(name, "none set; a monogram of the name stands in its place");
    }
    try {
      LogoFile.read(file.get());
      return Finding.ok(name, file.get().toString());
    } catch (UnusableLogoException e) {
      return Finding.problem(
          name,
          String.valueOf(e.getMessage()),
          "Set NEWSROOM_LOGO to a PNG or JPEG that this user can read, or empty it.");
    }
  }
}
