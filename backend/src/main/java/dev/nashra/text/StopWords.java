package dev.nashra.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/** Lists of function words, folded like the text that they are compared with. */
final class StopWords {
  static final CharArraySet NONE = CharArraySet.EMPTY_SET;

  private StopWords() {}

  static CharArraySet folded(CharArraySet words) {
    var folded = new CharArraySet(words.size(), false);
    for (var word : words) {
      folded.add(ArabicFolding.fold(new String((char[]) word)));
    }
    return CharArraySet.unmodifiableSet(folded);
  }

  /** The Snowball project's list of a language, by its English name in lower case. */
  static CharArraySet snowball(String language) {
    try (var list = open(SnowballFilter.class, language + "_stop.txt")) {
      return folded(WordlistLoader.getSnowballWordSet(list, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A list of this package, together with Lucene's own for the language. */
  static CharArraySet own(String language, CharArraySet base) {
    try (var list = open(StopWords.class, "stopwords-" + language + ".txt")) {
      var words = CharArraySet.copy(base);
      words.addAll(WordlistLoader.getWordSet(list, StandardCharsets.UTF_8, "#"));
      return folded(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(Class<?> owner, String name) throws IOException {
    var list = owner.getResourceAsStream(name);
    if (list == null) {
      throw new IOException(String.format(Locale.ROOT, "no word list %s", name));
    }
    return list;
  }
}
