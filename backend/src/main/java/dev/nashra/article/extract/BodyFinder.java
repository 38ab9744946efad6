package dev.nashra.article.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
  /** Of a pruned page; readability's work grows with the square of it. */
  private static final int MAX_READABLE = 6_000;

  /** Readability resolves links, which nobody reads here, against an address that must be one. */
  private static final String NO_ADDRESS = "http://page.invalid/";

  private static final double EXCERPT = 0.5;
  private static final double SHOWN = 0.65;
  private static final double HALF = 0.5;
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
    proposals.add(cleaned(marked(body)));
    readable(body).map(place -> filter.filter(place)).ifPresent(proposals::add);
    var shown = richest(proposals).orElseGet(() -> cleaned(List.of(body)));
    return page.data()
        .body()
        .map(TextBlocks::of)
        .filter(told -> ProseMass.of(told) > EXCERPT * ProseMass.of(shown))
        .map(told -> likest(proposals, told))
        .orElse(shown);
  }

  private List<Block> cleaned(List<Element> elements) {
    return filter.filter(elements.stream().flatMap(e -> Blocks.of(e).stream()).toList());
  }

  /** The proposal most like what JSON-LD says, or JSON-LD's own text if the page shows less. */
  private static List<Block> likest(List<List<Block>> proposals, List<Block> told) {
    var bag = new WordBag(told);
    return proposals.stream()
        .max(Comparator.comparingDouble(blocks -> bag.likeness(new WordBag(blocks))))
        .filter(best -> bag.shareIn(new WordBag(best)) >= SHOWN)
        .orElse(told);
  }

  /**
   * The marked body, unless readability found text outside of it, or too little of it to be one.
   */
  private static Optional<List<Block>> richest(List<List<Block>> proposals) {
    if (proposals.size() < 2 || proposals.getFirst().isEmpty()) {
      return proposals.stream().filter(blocks -> !blocks.isEmpty()).findFirst();
    }
    var marked = proposals.getFirst();
    var readable = proposals.getLast();
    boolean whole = shareIn(marked, readable) >= HALF;
    boolean lean = shareIn(readable, marked) >= HALF;
    return Optional.of(whole && lean ? marked : readable);
  }

  /** How much of the running text of some blocks is among others. */
  private static double shareIn(List<Block> others, List<Block> blocks) {
    var known = others.stream().map(block -> Prose.fold(block.text())).collect(Collectors.toSet());
    int common =
        ProseMass.of(blocks.stream().filter(b -> known.contains(Prose.fold(b.text()))).toList());
    return (double) common / Math.max(1, ProseMass.of(blocks));
  }

  /**
   * The innermost marked element that holds nearly all the running text of the fullest one, with
   * its twins beside it: some pages cut the body in pieces to put advertising between them.
   */
  private static List<Element> marked(Element body) {
    var mass = new ProseMass(body);
    var candidates =
        body.getAllElements().stream().filter(e -> mass.of(e) > 0 && isMarked(e)).toList();
    int most = candidates.stream().mapToInt(mass::of).max().orElse(0);
    return candidates.stream()
        .filter(element -> mass.of(element) >= NEARLY_ALL * most)
        .reduce((outer, inner) -> inner)
        .map(best -> candidates.stream().filter(other -> areTwins(best, other)).toList())
        .orElse(List.of());
  }

  /** Elements of one kind under one parent, or each alone in a wrapper of one kind. */
  private static boolean areTwins(Element one, Element other) {
    if (!areAlike(one, other)) {
      return false;
    }
    var parent = one.parent();
    var cousin = other.parent();
    return Objects.equals(parent, cousin)
        || (parent != null
            && cousin != null
            && areAlike(parent, cousin)
            && Objects.equals(parent.parent(), cousin.parent()));
  }

  private static boolean areAlike(Element one, Element other) {
    return one.equals(other)
        || (one.normalName().equals(other.normalName())
            && !Collections.disjoint(one.classNames(), other.classNames()));
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
    if (body.stream().limit(MAX_READABLE + 1L).count() > MAX_READABLE) {
      return Optional.empty();
    }
    var copy = Document.createShell(NO_ADDRESS);
    copy.body().replaceWith(body.clone());
    try {
      var article = new Readability4J(NO_ADDRESS, copy).parse().getArticleContent();
      return article == null ? Optional.empty() : Optional.of(Place.of(Blocks.of(article), body));
    } catch (RuntimeException broken) {
      return Optional.empty();
    }
  }
}
