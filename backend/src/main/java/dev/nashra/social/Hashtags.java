package dev.nashra.social;

import dev.nashra.report.CitedSentence;
import dev.nashra.report.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses the hashtags of a report: what it names, then what it often speaks of.
 *
 * <p>In scripts with capitals, names are runs of capitalised words ({@link CasedTerms}); in Arabic
 * script they are known by the article, by a preposition before them and by being repeated ({@link
 * ArabicTerms}). The headline counts most, and no word is used in two tags.
 */
final class Hashtags {
  private static final int LONGEST = 40;
  private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
  private static final Pattern NOT_IN_TAGS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_]");

  private Hashtags() {}

  /** The tags, the best first, without {@code #}; none when the text gives none. */
  static List<String> of(Report report, int most) {
    var sentences = sentences(report);
    boolean arabic = ARABIC.matcher(report.headline().text()).find();
    var terms =
        arabic
            ? new ArabicTerms(sentences, report.language()).best(most)
            : new CasedTerms(sentences, report.language()).best(most);
    return terms.stream()
        .map(term -> arabic ? underscored(term) : camelCased(term))
        .map(tag -> NOT_IN_TAGS.matcher(tag).replaceAll(""))
        .filter(tag -> tag.length() > 1 && tag.length() <= LONGEST)
        .filter(tag -> HashtagSyntax.count("#" + tag) == 1)
        .distinct()
        .toList();
  }

  /** The words of headline, lead and key points, one list for each; the headline is the first. */
  private static List<List<Word>> sentences(Report report) {
    var sentences = new ArrayList<List<Word>>();
    int position = 0;
    var texts =
        Stream.concat(Stream.of(report.headline(), report.lead()), report.keyPoints().stream())
            .map(CitedSentence::text)
            .map(PlainText::line)
            .toList();
    var said = new HashSet<List<String>>();
    for (var text : texts) {
      var words = Word.of(text, position);
      // A lead that only repeats the headline does not make its words mentioned twice.
      if (said.add(words.stream().map(Word::key).toList())) {
        sentences.add(words);
        position += words.size();
      }
    }
    return sentences;
  }

  private static String underscored(Term term) {
    return String.join("_", term.words());
  }

  private static String camelCased(Term term) {
    return term.words().size() == 1
        ? term.words().getFirst()
        : term.words().stream().map(Hashtags::capitalised).collect(Collectors.joining());
  }

  private static String capitalised(String word) {
    int second = word.offsetByCodePoints(0, 1);
    return word.substring(0, second).toUpperCase(Locale.ROOT) + word.substring(second);
  }
}
