package dev.nashra.article.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The names that a page's makers gave to an element: classes, id, role, test ids. */
final class Names {
  private static final int MAX_LENGTH = 400;
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}]++");
  private static final List<String> ATTRIBUTES =
      List.of("id", "class", "role", "data-testid", "data-component", "data-type", "data-module");

  /** Classes that describe the content or a state, not the role of the element. */
  private static final Pattern ABOUT_SOMETHING_ELSE =
      Pattern.compile(
          "(?:tag|tags|category|author|has|no|not|with|without|hide|is|js|hentry|type|format)[-_].*+");

  private Names() {}

  /** The names, each cut into its lower-case words: "articleBody main_text" gives two lists. */
  static Stream<List<String>> of(Element element) {
    return ATTRIBUTES.stream()
        .map(element::attr)
        .filter(value -> !value.isEmpty())
        .map(value -> value.substring(0, Math.min(value.length(), MAX_LENGTH)))
        .flatMap(value -> Stream.of(value.split("\\s+")))
        .filter(name -> !ABOUT_SOMETHING_ELSE.matcher(name).matches())
        .map(Names::words);
  }

  private static List<String> words(String name) {
    var words = new ArrayList<String>();
    for (var part : SEPARATOR.split(name, 12)) {
      for (var word : CAMEL.split(part, 12)) {
        if (!word.isEmpty()) {
          words.add(word.toLowerCase(Locale.ROOT));
        }
      }
    }
    return words;
  }
}
