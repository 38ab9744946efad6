package dev.nashra.social;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One word of a sentence, as the search for hashtags sees it.
 *
 * @param surface as written, without vowel marks and possessive endings
 * @param position its place among all words of the report
 * @param first whether it begins its sentence
 * @param joined whether nothing but a space stands between it and the word before
 * @param indefinite whether it ends in the vowel marks of an indefinite noun, as what is counted
 *     does
 */
record Word(String surface, int position, boolean first, boolean joined, boolean indefinite) {
  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}\\u0640]*(?:[.'’-][\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*)*");
  private static final Pattern INVISIBLE = Pattern.compile("[\\u064B-\\u065F\\u0670\\u0640]");
  private static final Pattern INDEFINITE = Pattern.compile("[\\u064B-\\u064D]\\p{L}?$");
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");

  /** The words of a sentence; the first has this position. */
  static List<Word> of(String sentence, int position) {
    var words = new ArrayList<Word>();
    var matcher = WORD.matcher(sentence);
    int end = -2;
    while (matcher.find()) {
      var between = words.isEmpty() ? "" : sentence.substring(end, matcher.start());
      var surface = plain(matcher.group());
      if (!surface.isEmpty()) {
        words.add(
            new Word(
                surface,
                position + words.size(),
                words.isEmpty(),
                between.equals(" "),
                INDEFINITE.matcher(matcher.group()).find()));
        end = matcher.end();
      }
    }
    return words;
  }

  private static String plain(String written) {
    var unmarked = INVISIBLE.matcher(written).replaceAll("");
    return POSSESSIVE.matcher(unmarked).replaceFirst("");
  }

  /** The form under which two words are the same. */
  String key() {
    return surface.toLowerCase(Locale.ROOT);
  }

  /** This word without the particle before it, which sets it apart from the word before. */
  Word without(String particle) {
    return new Word(surface.substring(particle.length()), position, first, false, indefinite);
  }

  boolean hasLetter() {
    return surface.codePoints().anyMatch(Character::isLetter);
  }
}
