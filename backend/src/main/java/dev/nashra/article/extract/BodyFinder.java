package dev.nashra.article.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the block of the page that is the article.
 *
 * <p>Three proposals compete: the element that the page marks as the body, the one that readability
 * finds by the density of text, and the JSON-LD body. Where JSON-LD has a body, the proposal most
 * like it wins, since that keeps the paragraphs; without it, marked-up wins unless it holds much
 * less running text than readability's.
 */
final class BodyFinder {
  private static final int MAX_ELEMENTS = 30_000;
  private static final int ENOUGH_LINKED_DATA = 250;
  private static final double SAME_BODY = 0.6;
  private static final double MARKED_SHARE = 0.7;
  private static final double NEARLY_ALL = 0.85;

  private static final Set<String> SUBJECTS =
      Set.of(
          "article", "story", "post", "entry", "news", "content", "single", "page", "blog", "full",
          "field");
  private static final Set<String> PARTS =
      Set.of(
          "body",
          "text",
          "content",
          "contents",
          "copy",
          "detail",
          "details",
          "story",
          "article",
          "data",
          "main",
          "paragraphs");

  private final Page page;
  private final BlockFilter filter;

  BodyFinder(Page page, BlockFilter filter) {
    this.page = page;
    this.filter = filter;
  }

  /** The body's blocks without foreign matter; empty where the page has no article. */
  List<Block> find() {
    var body = page.document().body().clone();
    Pruner.prune(body);
    var proposals = new ArrayList<List<Block>>();
    marked(body).map(this::cleaned).ifPresent(proposals::add);
    readable(body).map(place -> filter.filter(place)).ifPresent(proposals::add);
    return page.data()
        .body()
        .map(text -> TextBlocks.of(text))
        .filter(told -> ProseMass.of(told) >= ENOUGH_LINKED_DATA)
        .map(told -> likest(proposals, told))
        .orElseGet(() -> richest(proposals).orElseGet(() -> cleaned(body)));
  }

  private List<Block> cleaned(Element element) {
    return filter.filter(Blocks.of(element));
  }

  /**
   * The proposal that says what JSON-LD says, or JSON-LD's own text if the page does not show it.
   */
  private List<Block> likest(List<List<Block>> proposals, List<Block> told) {
    var bag = new WordBag(told);
    return proposals.stream()
        .max(Comparator.comparingDouble(blocks -> bag.likeness(new WordBag(blocks))))
        .filter(best -> bag.likeness(new WordBag(best)) >= SAME_BODY)
        .orElse(told);
  }

  private static Optional<List<Block>> richest(List<List<Block>> proposals) {
    if (proposals.size() == 2
        && ProseMass.of(proposals.get(0)) < MARKED_SHARE * ProseMass.of(proposals.get(1))) {
      return Optional.of(proposals.get(1));
    }
    return proposals.stream().filter(blocks -> !blocks.isEmpty()).findFirst();
  }

  /** The innermost marked element that holds nearly all the running text of the fullest one. */
  private static Optional<Element> marked(Element body) {
    var mass = new ProseMass(body);
    var candidates =
        body.getAllElements().stream().filter(e -> mass.of(e) > 0 && isMarked(e)).toList();
    int most = candidates.stream().mapToInt(mass::of).max().orElse(0);
    return candidates.stream()
        .filter(element -> mass.of(element) >= NEARLY_ALL * most)
        .reduce((outer, inner) -> inner);
  }

  private static boolean isMarked(Element element) {
    return element.attr("itemprop").contains("articleBody")
        || element.attr("property").contains("articleBody")
        || Names.of(element).anyMatch(BodyFinder::namesBody);
  }

  private static boolean namesBody(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (word.equals("articlebody")
          || word.equals("storybody")
          || word.equals("postcontent")
          || word.equals("bodytext")
          || word.equals("entrycontent")
          || word.equals("articlecontent")
          || word.equals("articletext")
          || word.equals("newsbody")
          || word.equals("newstext")) {
        return true;
      }
      if (i > 0 && SUBJECTS.contains(words.get(i - 1)) && PARTS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private Optional<List<Block>> readable(Element body) {
    if (body.stream().limit(MAX_ELEMENTS + 1L).count() > MAX_ELEMENTS) {
      return Optional.empty();
    }
    var copy = Document.createShell(page.url());
    copy.body().replaceWith(body.clone());
    try {
      var article = new Readability4J(page.url(), copy).parse().getArticleContent();
      return article == null ? Optional.empty() : Optional.of(Place.of(Blocks.of(article), body));
    } catch (RuntimeException broken) {
      return Optional.empty();
    }
  }
}
