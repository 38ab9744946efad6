package dev.nashra.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/** The words of a text that carry meaning, in the form under which they can be compared. */
public final class Tokens {
  private static final String FIELD = "text";

  private Tokens() {}

  /**
   * The words of the text in order, without function words.
   *
   * @param language an ISO 639 code, with or without a region; null to judge by the text itself
   */
  public static List<Token> of(String text, @Nullable String language) {
    // One character for one, so that the offsets still point into the text.
    var spaced = text.replace('\u200C', ' ');
    var analyzer = AnalyzerCatalog.of(primary(language, text));
    try (var words = analyzer.tokenStream(FIELD, spaced)) {
      return collect(words, spaced);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Token> collect(TokenStream words, String text) throws IOException {
    var term = words.addAttribute(CharTermAttribute.class);
    var place = words.addAttribute(OffsetAttribute.class);
    var tokens = new ArrayList<Token>();
    words.reset();
    while (words.incrementToken()) {
      if (term.length() > 0) {
        tokens.add(
            new Token(term.toString(), text.substring(place.startOffset(), place.endOffset())));
      }
    }
    words.end();
    return tokens;
  }

  private static String primary(@Nullable String language, String text) {
    if (language == null || language.isBlank()) {
      return LikelyLanguage.of(text);
    }
    var code = language.strip().toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < code.length() && Character.isLetter(code.charAt(end))) {
      end++;
    }
    return code.substring(0, end);
  }
}
