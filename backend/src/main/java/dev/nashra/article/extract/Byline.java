package dev.nashra.article.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The line in or around the body that names the authors, which is not part of the text. */
final class Byline {
  private static final int MAX_LENGTH = 90;
  private static final int MAX_WORDS = 9;
  private static final int REACH = 3;

  private static final Set<String> BETWEEN =
      WordList.of(
          "and und et y e i og och ve & van von der den de di da del la le bin al el for in");

  private static final Pattern BY =
      Pattern.compile(
          "(?:(?:written |reported |story |text )?by|von|par|por|di|da|door|av|af|oleh|автор|текст)[:\\s]++",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Most of these words begin headlines too, so that the mark behind them or brevity must tell. */
  private static final Pattern ARABIC_BY =
      Pattern.compile(
          "(?:بقلم[\\s:/–-]++.*"
              + "|(?:كتبت?|كتبه|كتبها|إعداد|اعداد|تحرير|حوار|تقرير|متابعة|ترجمة|حاوره|حاورته)\\s*+[:/–ـ-]\\s*+.*"
              + "|كتبت?\\s++\\S++\\s++\\S++(?:\\s++\\S++)?)");

  private final AuthorNames names;

  Byline(SiteName site) {
    names = new AuthorNames(site);
  }

  /** The byline among the first blocks of a body. */
  Optional<Block> in(List<Block> body) {
    return body.stream()
        .limit(REACH)
        .filter(block -> says(block) || (isShort(block) && isBoldName(block)))
        .findFirst();
  }

  List<String> names(Block byline) {
    return names.in(Stream.of(byline.text()));
  }

  /** Whether a block only repeats who wrote the article. */
  static boolean repeats(Block block, List<String> authors) {
    if (!isShort(block)) {
      return false;
    }
    var folded = Prose.fold(block.text());
    return authors.stream()
        .map(Prose::fold)
        .anyMatch(name -> folded.equals(name) || (says(block) && folded.contains(name)));
  }

  private static boolean isShort(Block block) {
    return block.text().length() <= MAX_LENGTH
        && Prose.words(block.text()) <= MAX_WORDS
        && !Prose.endsSentence(block.text());
  }

  /** Whether a block is a short line that begins with "By" or its like. */
  static boolean says(Block block) {
    if (!isShort(block)) {
      return false;
    }
    var latin = BY.matcher(block.text());
    return ARABIC_BY.matcher(block.text()).matches()
        || (latin.lookingAt() && areNames(block.text().substring(latin.end())));
  }

  /** All words are capitalised but the small ones between: "Ann van der Lee and Bo Ek". */
  private static boolean areNames(String text) {
    return Stream.of(text.split("[\\s,]+", -1))
        .filter(word -> !word.isEmpty() && !BETWEEN.contains(word))
        .allMatch(word -> !Character.isLowerCase(word.codePointAt(0)));
  }

  /** A bold line of two to four capitalised words, with nothing else in it. */
  private static boolean isBoldName(Block block) {
    var words = List.of(block.text().split(" ", -1));
    return block.strong() == block.text().length()
        && !block.isHeading()
        && words.size() > 1
        && words.size() < 5
        && words.stream().allMatch(Byline::isCapitalised);
  }

  private static boolean isCapitalised(String word) {
    return word.length() > 1
        && Character.isUpperCase(word.charAt(0))
        && Character.isLowerCase(word.charAt(1))
        && word.chars().allMatch(c -> Character.isLetter(c) || c == '-' || c == '\'' || c == '.');
  }
}
