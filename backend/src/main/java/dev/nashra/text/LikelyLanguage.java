package dev.nashra.text;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.CharArraySet;

/**
 * A cheap guess of the language for choosing an analyser, by letters and function words. It needs
 * no model and is right often enough for that; it is not a language detector.
 */
public final class LikelyLanguage {
  private static final String UNKNOWN = "und";

  private static final int LETTERS_READ = 2000;
  private static final String PERSIAN = "پچژگیک";
  private static final String URDU = "ٹڈڑںےہھ";
  private static final String KURDISH = "ڕڵێۆە";
  private static final String ARABIC = "ةىأإؤيك";

  /** The first one wins a tie, so that a headline without function words is read as English. */
  private static final List<FunctionWords> LATIN =
      List.of(
          new FunctionWords("en", StopWords.snowball("english")),
          new FunctionWords("fr", StopWords.snowball("french")),
          new FunctionWords("de", StopWords.snowball("german")),
          new FunctionWords("es", StopWords.snowball("spanish")),
          new FunctionWords("it", StopWords.snowball("italian")),
          new FunctionWords("pt", StopWords.snowball("portuguese")),
          new FunctionWords("nl", StopWords.snowball("dutch")),
          new FunctionWords("sv", StopWords.snowball("swedish")));

  private LikelyLanguage() {}

  private record FunctionWords(String language, CharArraySet words) {}

  /** An ISO 639 code; {@code und} when the script says nothing. */
  public static String of(String text) {
    var head = text.substring(0, Math.min(text.length(), LETTERS_READ));
    return switch (script(head)) {
      case ARABIC -> inArabicScript(head);
      case LATIN -> inLatinScript(head);
      case CYRILLIC -> "ru";
      case GREEK -> "el";
      case DEVANAGARI -> "hi";
      default -> UNKNOWN;
    };
  }

  private static UnicodeScript script(String text) {
    int latin = 0;
    int arabic = 0;
    var other = UnicodeScript.COMMON;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetter(c)) {
        continue;
      }
      switch (UnicodeScript.of(c)) {
        case LATIN -> latin++;
        case ARABIC -> arabic++;
        case UnicodeScript script -> other = script;
      }
    }
    if (latin + arabic == 0) {
      return other;
    }
    return arabic >= latin ? UnicodeScript.ARABIC : UnicodeScript.LATIN;
  }

  private static String inArabicScript(String text) {
    long kurdish = count(text, KURDISH);
    long urdu = count(text, URDU);
    long persian = count(text, PERSIAN);
    long arabic = count(text, ARABIC) + articles(text);
    if (kurdish > Math.max(urdu, arabic)) {
      return "ckb";
    }
    if (urdu > arabic && urdu * 4 > persian) {
      return "ur";
    }
    return persian > arabic ? "fa" : "ar";
  }

  private static long count(String text, String letters) {
    return text.chars().filter(c -> letters.indexOf(c) >= 0).count();
  }

  /** How many words begin with the Arabic article. */
  private static long articles(String text) {
    int found = 0;
    for (int at = text.indexOf("ال"); at >= 0; at = text.indexOf("ال", at + 2)) {
      if (at == 0 || !Character.isLetter(text.charAt(at - 1))) {
        found++;
      }
    }
    return found;
  }

  private static String inLatinScript(String text) {
    var words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}']+", -1);
    var best = LATIN.getFirst().language();
    int most = 0;
    for (var candidate : LATIN) {
      int found = 0;
      for (var word : words) {
        found += candidate.words().contains(word) ? 1 : 0;
      }
      if (found > most) {
        most = found;
        best = candidate.language();
      }
    }
    return best;
  }
}
