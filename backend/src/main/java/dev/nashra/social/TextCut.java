package dev.nashra.social;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Shortens a text at the end of a sentence if that keeps most of it, else between two words with an
 * ellipsis, else between two characters of a very long word; never inside an address, a hashtag or
 * what a reader sees as one character.
 */
final class TextCut {
  private static final String ELLIPSIS = "…";
  private static final Pattern UNCUT =
      Pattern.compile(
          "(?i)(?:https?://|www\\.)\\S+|\\b[\\w.-]+\\.[a-z]{2,}\\S*|[#@＃＠][\\p{L}\\p{M}\\p{N}_.@]+");
  private static final Pattern ADDRESS_AT_END =
      Pattern.compile("(?i)(?:https?://|www\\.|\\b[\\w-]+\\.[a-z]{2,})\\S*$");
  private static final Pattern LOOSE_END =
      Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Ps}\\p{Pi}.,;:،؛۔•·|/&\"'…]+$");

  private static final Pattern LONG_WORD = Pattern.compile("\\S{40}");

  private final String text;
  private final ULocale locale;
  private final Predicate<String> fits;
  private final BitSet insideUncut;

  private TextCut(String text, String language, Predicate<String> fits) {
    this.text = text;
    this.locale = ULocale.forLanguageTag(language);
    this.fits = fits;
    this.insideUncut = insideUncut(text);
  }

  /** The text, or its beginning that fits; empty when nothing of it does. */
  static String cut(String text, String language, Predicate<String> fits) {
    return fits.test(text) ? text : new TextCut(text, language, fits).shortened();
  }

  private String shortened() {
    var words = shortenedAt(wordEnds(), this::withEllipsis);
    var best = words;
    if (words.isEmpty() || LONG_WORD.matcher(text).find()) {
      // Chinese, Thai and others write no spaces.
      var lines = shortenedAt(lineBreaks(), this::withEllipsis);
      best = words.length() * 2 >= lines.length() ? words : lines;
    }
    if (best.isEmpty()) {
      best = shortenedAt(characterEnds(), this::withEllipsis);
    }
    var sentences = shortenedAt(sentenceEnds(), end -> text.substring(0, end).strip());
    return sentences.length() * 2 >= best.length() ? sentences : best;
  }

  /** The text up to the last of these places that fits. */
  private String shortenedAt(List<Integer> ends, Function<Integer, String> upTo) {
    int fitting = 0;
    int tooFar = ends.size();
    while (fitting < tooFar) {
      int middle = (fitting + tooFar) >>> 1;
      if (fits.test(upTo.apply(ends.get(middle)))) {
        fitting = middle + 1;
      } else {
        tooFar = middle;
      }
    }
    // An address weighs the same at any length, so that a longer text can be lighter: check.
    for (int i = fitting - 1; i >= 0; i--) {
      var shorter = upTo.apply(ends.get(i));
      if (fits.test(shorter)) {
        return shorter;
      }
    }
    return "";
  }

  private String withEllipsis(int end) {
    var kept = LOOSE_END.matcher(text.substring(0, end)).replaceFirst("");
    if (kept.isEmpty()) {
      return "";
    }
    return ADDRESS_AT_END.matcher(kept).find() ? kept + " " + ELLIPSIS : kept + ELLIPSIS;
  }

  private List<Integer> wordEnds() {
    var ends = new ArrayList<Integer>();
    for (int i = 1; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i)) && !Character.isWhitespace(text.charAt(i - 1))) {
        ends.add(i);
      }
    }
    return ends;
  }

  private List<Integer> lineBreaks() {
    return breaks(BreakIterator.getLineInstance(locale));
  }

  private List<Integer> characterEnds() {
    return breaks(BreakIterator.getCharacterInstance(ULocale.ROOT));
  }

  private List<Integer> sentenceEnds() {
    return breaks(BreakIterator.getSentenceInstance(locale));
  }

  private List<Integer> breaks(BreakIterator iterator) {
    iterator.setText(text);
    var ends = new ArrayList<Integer>();
    for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
      if (end < text.length() && !insideUncut.get(end)) {
        ends.add(end);
      }
    }
    return ends;
  }

  private static BitSet insideUncut(String text) {
    var inside = new BitSet(text.length());
    UNCUT
        .matcher(text)
        .results()
        .forEach(match -> inside.set(match.start() + 1, Math.max(match.start() + 1, match.end())));
    return inside;
  }
}
