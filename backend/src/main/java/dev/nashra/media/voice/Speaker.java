package dev.nashra.media.voice;

import dev.nashra.process.SearchPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads sentences of the news aloud. */
public final class Speaker {
  private static final Logger LOG = LoggerFactory.getLogger(Speaker.class);

  /** More than anybody listens to; also what keeps the sound in memory small. */
  private static final int MAX_CHARACTERS = 6_000;

  private final Voice voice;
  private final @Nullable Vowels vowels;

  Speaker(Voice voice, @Nullable Vowels vowels) {
    this.voice = voice;
    this.vowels = vowels;
  }

  /**
   * The configured voice; without one that on the search path; without that the bundled one,
   * unpacked into the cache folder. Empty when there is none on this machine.
   */
  public static Optional<Speaker> find(Path cache, Optional<Path> configured)
      throws InterruptedException {
    var libraries = libraries(cache);
    var vowels = libraries.map(Vowels::new).orElse(null);
    var program = configured.or(() -> SearchPath.find("espeak-ng"));
    if (program.isPresent()) {
      try {
        return Optional.of(new Speaker(EspeakProgram.at(program.get()), vowels));
      } catch (VoiceFailed e) {
        LOG.warn(
            "{} does not work ({}); the bundled voice speaks instead",
            program.get(),
            e.getMessage());
      }
    }
    return libraries.map(bundled -> new Speaker(new BundledVoice(bundled), vowels));
  }

  /** Whether it can read a text in this language. */
  public boolean speaks(String language) {
    return voice.speaks(primary(language));
  }

  /**
   * Reads each sentence aloud.
   *
   * @param language a BCP 47 tag
   * @return a sound for each sentence, all at one rate; silent where nothing can be said
   * @throws VoiceFailed when the voice does not work or does not know the language
   */
  public List<Sound> speak(List<String> sentences, String language) throws InterruptedException {
    var primary = primary(language);
    if (!voice.speaks(primary)) {
      throw new VoiceFailed("no voice speaks " + language);
    }
    var phrases = phrases(sentences, primary);
    var sounds = voice.speak(withVowels(phrases.stream().flatMap(List::stream).toList()));
    return together(phrases.stream().map(List::size).toList(), sounds);
  }

  /** Finds the vowels of many sentences at once, to be remembered until they are spoken. */
  public void prepare(List<String> sentences, String language) throws InterruptedException {
    var primary = primary(language);
    if (voice.speaks(primary)) {
      var _ = withVowels(phrases(sentences, primary).stream().flatMap(List::stream).toList());
    }
  }

  private List<List<Phrase>> phrases(List<String> sentences, String language) {
    var spelled = Pronunciation.in(language);
    return bounded(sentences).stream()
        .map(sentence -> Phrases.of(spelled.of(sentence), language, voice::speaks))
        .toList();
  }

  /** What speaks, for the operator. */
  public String description() {
    return voice.description();
  }

  private static Optional<BundledLibraries> libraries(Path cache) {
    try {
      return BundledLibraries.unpack(cache);
    } catch (IOException e) {
      LOG.warn("The bundled voice could not be unpacked: {}", e.toString());
      return Optional.empty();
    }
  }

  private static List<String> bounded(List<String> sentences) {
    int room = MAX_CHARACTERS;
    var bounded = new ArrayList<String>();
    for (var sentence : sentences) {
      bounded.add(sentence.length() <= room ? sentence : "");
      room -= Math.min(room, sentence.length());
    }
    return bounded;
  }

  private List<Phrase> withVowels(List<Phrase> phrases) throws InterruptedException {
    var arabic = phrases.stream().filter(phrase -> phrase.language().equals("ar")).toList();
    if (vowels == null || arabic.isEmpty()) {
      return phrases;
    }
    var written = vowels.write(arabic.stream().map(Phrase::text).toList()).iterator();
    return phrases.stream()
        .map(
            phrase ->
                phrase.language().equals("ar")
                    ? new Phrase("ar", ArabicSpelling.of(written.next()))
                    : phrase)
        .toList();
  }

  private static List<Sound> together(List<Integer> counts, List<Sound> sounds) {
    int rate = sounds.isEmpty() ? 22_050 : sounds.getFirst().rate();
    var sentences = new ArrayList<Sound>();
    int next = 0;
    for (int count : counts) {
      var parts = new ArrayList<Sound>();
      for (var sound : sounds.subList(next, next + count)) {
        if (!parts.isEmpty()) {
          parts.add(Sound.silence(rate, Pace.CHANGE_OF_VOICE));
        }
        parts.add(sound.trimmed());
      }
      sentences.add(Sound.join(rate, parts));
      next += count;
    }
    return sentences;
  }

  private static String primary(String language) {
    return language.replace('_', '-').split("-", 2)[0].toLowerCase(Locale.ROOT);
  }
}
