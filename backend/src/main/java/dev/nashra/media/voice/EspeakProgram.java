package dev.nashra.media.voice;

import dev.nashra.process.Command;
import dev.nashra.process.Outcome;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The espeak-ng that is installed on this machine. */
final class EspeakProgram implements Voice {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MAX_WAV_BYTES = 16 << 20;
  private static final int WAV_HEADER_BYTES = 44;

  private final Path program;
  private final String version;
  private final Set<String> languages;

  private EspeakProgram(Path program, String version, Set<String> languages) {
    this.program = program;
    this.version = version;
    this.languages = Set.copyOf(languages);
  }

  /** Asks the program what it is and what it speaks. */
  static EspeakProgram at(Path program) throws InterruptedException {
    var version = text(Command.of(program.toString(), "--version"));
    var voices = text(Command.of(program.toString(), "--voices"));
    return new EspeakProgram(program, version.lines().findFirst().orElse(""), languages(voices));
  }

  @Override
  public boolean speaks(String language) {
    return languages.contains(EspeakLanguages.voice(language));
  }

  @Override
  public List<Sound> speak(List<Phrase> phrases) throws InterruptedException {
    var sounds = new ArrayList<Sound>();
    for (var phrase : phrases) {
      sounds.add(speak(phrase));
    }
    return sounds;
  }

  @Override
  public String description() {
    return version + " (" + program + ")";
  }

  private Sound speak(Phrase phrase) throws InterruptedException {
    var command =
        Command.of(
                program.toString(),
                "-v",
                EspeakLanguages.voice(phrase.language()),
                "-s",
                Integer.toString(Pace.of(phrase.language())),
                "-b",
                "1",
                "--stdin",
                "--stdout")
            .keeping(MAX_WAV_BYTES, 1 << 10);
    return wav(output(command, phrase.text()));
  }

  /** The sizes in the header are meaningless: it was written before the length was known. */
  private static Sound wav(byte[] wav) {
    if (wav.length < WAV_HEADER_BYTES) {
      throw new VoiceFailed("espeak-ng gave no sound");
    }
    int rate = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).getInt(24);
    return Sound.ofLittleEndian(rate, wav, WAV_HEADER_BYTES, wav.length - WAV_HEADER_BYTES);
  }

  /** The second column of a table with one heading line. */
  private static Set<String> languages(String voices) {
    var languages = new HashSet<String>();
    voices
        .lines()
        .skip(1)
        .map(line -> line.strip().split("\\s+"))
        .filter(columns -> columns.length > 1)
        .forEach(columns -> languages.add(columns[1]));
    return languages;
  }

  private static String text(Command command) throws InterruptedException {
    return new String(output(command, ""), StandardCharsets.UTF_8);
  }

  private static byte[] output(Command command, String input) throws InterruptedException {
    var outcome =
        command.run(PATIENCE, stdin -> stdin.write(input.getBytes(StandardCharsets.UTF_8)));
    return switch (outcome) {
      case Outcome.Exited exited when exited.code() == 0 ->
          Arrays.copyOf(exited.output(), exited.output().length);
      case Outcome other -> throw new VoiceFailed("espeak-ng: " + other.summary());
    };
  }
}
