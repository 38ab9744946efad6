package dev.nashra.media.voice;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Takes a sentence apart where another script begins. */
final class Phrases {
  private static final Map<UnicodeScript, String> LANGUAGES =
      Map.of(
          UnicodeScript.LATIN, "en",
          UnicodeScript.ARABIC, "ar",
          UnicodeScript.CYRILLIC, "ru",
          UnicodeScript.GREEK, "el",
          UnicodeScript.HEBREW, "he");
  private static final Set<String> ARABIC_SCRIPT =
      Set.of("ar", "fa", "ur", "ps", "ckb", "sd", "ug");
  private static final Set<String> CYRILLIC_SCRIPT =
      Set.of("ru", "uk", "bg", "sr", "mk", "be", "kk");

  private Phrases() {}

  /**
   * The phrases of a sentence in its order. Digits and punctuation go with the words before them.
   *
   * @param speaks whether there is a voice for a language; words of other scripts stay with the
   *     sentence's own
   */
  static List<Phrase> of(String sentence, String language, Predicate<String> speaks) {
    var phrases = new ArrayList<Phrase>();
    var own = script(language);
    var current = language;
    int start = 0;
    for (int i = 0; i < sentence.length(); i += Character.charCount(sentence.codePointAt(i))) {
      int codePoint = sentence.codePointAt(i);
      if (!Character.isLetter(codePoint)) {
        continue;
      }
      var script = UnicodeScript.of(codePoint);
      var foreign = LANGUAGES.get(script);
      var next = script == own || foreign == null || !speaks.test(foreign) ? language : foreign;
      if (!next.equals(current)) {
        add(phrases, current, sentence.substring(start, i));
        current = next;
        start = i;
      }
    }
    add(phrases, current, sentence.substring(start));
    return phrases;
  }

  private static void add(List<Phrase> phrases, String language, String text) {
    if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
      phrases.add(new Phrase(language, text.strip()));
    }
  }

  private static UnicodeScript script(String language) {
    if (ARABIC_SCRIPT.contains(language)) {
      return UnicodeScript.ARABIC;
    }
    if (CYRILLIC_SCRIPT.contains(language)) {
      return UnicodeScript.CYRILLIC;
    }
    return switch (language) {
      case "el" -> UnicodeScript.GREEK;
      case "he" -> UnicodeScript.HEBREW;
      default -> UnicodeScript.LATIN;
    };
  }
}
