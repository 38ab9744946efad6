package dev.nashra.article.extract;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Finds the element that a page's makers mark or name as the article's body. */
final class MarkedBody {
  private static final double NEARLY_ALL = 0.85;

  /** A name of two such words side by side, as "story-text" or "entryContent", names a body. */
  private static final Set<String> SUBJECTS =
      WordList.of("article story post entry news content single page blog full field");

  private static final Set<String> PARTS =
      WordList.of(
          "body text content contents copy detail details story article data main paragraphs");

  private static final Set<String> JOINED =
      WordList.of(
          """
          articlebody articletext articlecontent storybody storytext storycontent postbody
          postcontent entrycontent newsbody newstext newscontent bodytext maintext
          """);

  private MarkedBody() {}

  /**
   * The innermost marked element that holds nearly all the running text of the fullest one, with
   * its twins beside it: some pages cut the body in pieces to put advertising between them.
   */
  static List<Element> in(Element body) {
    var mass = new ProseMass(body);
    var candidates =
        body.getAllElements().stream().filter(e -> mass.of(e) > 0 && isMarked(e)).toList();
    int most = candidates.stream().mapToInt(mass::of).max().orElse(0);
    return candidates.stream()
        .filter(element -> mass.of(element) >= NEARLY_ALL * most)
        .reduce((outer, inner) -> inner)
        .map(best -> candidates.stream().filter(other -> Twins.are(best, other)).toList())
        .orElse(List.of());
  }

  private static boolean isMarked(Element element) {
    return element.attr("itemprop").contains("articleBody")
        || element.attr("property").contains("articleBody")
        || Names.of(element).anyMatch(MarkedBody::namesBody);
  }

  private static boolean namesBody(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (JOINED.contains(word)
          || (i > 0 && SUBJECTS.contains(words.get(i - 1)) && PARTS.contains(word))) {
        return true;
      }
    }
    return false;
  }
}
