package dev.nashra.media.voice;

import dev.nashra.process.Outcome;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The bundled espeak-ng, in a process of its own for each time it speaks. */
final class BundledVoice implements Voice {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MAX_SOUND_BYTES = 32 << 20;

  private final BundledLibraries libraries;

  BundledVoice(BundledLibraries libraries) {
    this.libraries = libraries;
  }

  @Override
  public boolean speaks(String language) {
    return Files.exists(libraries.espeakData().resolve(EspeakLanguages.dictionary(language)));
  }

  @Override
  public List<Sound> speak(List<Phrase> phrases) throws InterruptedException {
    var arguments = List.of(libraries.espeak().toString(), libraries.espeakData().toString());
    var outcome =
        JavaProcess.command(EspeakProcess.class, arguments)
            .keeping(MAX_SOUND_BYTES, 4 << 10)
            .run(PATIENCE, stdin -> stdin.write(lines(phrases).getBytes(StandardCharsets.UTF_8)));
    return switch (outcome) {
      case Outcome.Exited exited when exited.code() == 0 ->
          sounds(ByteBuffer.wrap(exited.output()), phrases.size());
      case Outcome other -> throw new VoiceFailed("the bundled voice: " + other.summary());
    };
  }

  @Override
  public String description() {
    return "espeak-ng, bundled";
  }

  private static String lines(List<Phrase> phrases) {
    var lines = new StringBuilder();
    for (var phrase : phrases) {
      lines.append(EspeakLanguages.voice(phrase.language())).append('\t');
      lines.append(Pace.of(phrase.language())).append('\t');
      lines.append(phrase.text().replaceAll("\\p{Cntrl}", " ")).append('\n');
    }
    return lines.toString();
  }

  private static List<Sound> sounds(ByteBuffer answer, int count) {
    int rate = answer.getInt();
    var sounds = new ArrayList<Sound>();
    for (int i = 0; i < count; i++) {
      int length = answer.getInt();
      if (length > answer.remaining()) {
        throw new VoiceFailed("more speech than fits into memory");
      }
      var samples = new byte[length];
      answer.get(samples);
      sounds.add(Sound.ofLittleEndian(rate, samples, 0, length));
    }
    return sounds;
  }
}
