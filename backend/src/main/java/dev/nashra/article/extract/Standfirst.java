package dev.nashra.article.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;

/**
 * Finds the one or two sentences that stand between the headline and the body, which body
 * containers mostly leave out: standfirst, dek, chapô, Vorspann, entradilla.
 */
final class Standfirst {
  private static final int MIN_LENGTH = 30;
  private static final int MAX_LENGTH = 1_200;
  private static final int LEVELS = 3;

  private static final Set<String> NAMES =
      WordList.of(
          """
          standfirst subtitle subheadline subhead subheading subtitulo sub lead lede leadin dek
          deck summary intro introduction chapo chapeau excerpt sottotitolo sommario occhiello
          entradilla sumario bajada copete vorspann teaser description desc abstract perex
          ingress spot preamble synopsis strapline underline anons annotation lid brief snippet
          heading untertitel shorttext leadtext
          """);

  private static final Set<String> FOREIGN_TAGS =
      Set.of("figure", "figcaption", "nav", "aside", "footer");

  private final Page page;

  Standfirst(Page page) {
    this.page = page;
  }

  /** The standfirst in front of this body, unless the body already says it. */
  Optional<Block> in(Front front, List<Block> body) {
    var said = Prose.fold(String.join("", body.stream().map(Block::text).toList()));
    var blocks = front.blocks();
    return IntStream.range(0, blocks.size())
        .filter(i -> isStandfirst(blocks.get(i), front.underHeadline(), i == 0))
        .mapToObj(blocks::get)
        .filter(block -> !said.contains(Prose.fold(block.text())))
        .findFirst();
  }

  private boolean isStandfirst(Block block, boolean underHeadline, boolean next) {
    int length = block.text().length();
    if (length < MIN_LENGTH || length > MAX_LENGTH || block.linkShare() > 0.5 || isForeign(block)) {
      return false;
    }
    return isDescription(block.text())
        || (underHeadline && (isNamed(block) || (next && block.isHeading())));
  }

  /** Says what the page gives as its description, which may be cut off. */
  private boolean isDescription(String text) {
    var folded = Prose.fold(text);
    return page.descriptions()
        .filter(description -> description.length() >= MIN_LENGTH)
        .anyMatch(description -> startsAlike(folded, description));
  }

  private static boolean startsAlike(String one, String other) {
    int common = Math.min(one.length(), other.length());
    return common >= MIN_LENGTH
        && common * 2 >= one.length()
        && one.regionMatches(0, other, 0, common - 2);
  }

  private static boolean isNamed(Block block) {
    var element = block.element();
    for (int i = 0; i < LEVELS && element != null; i++) {
      if (element.attr("itemprop").matches("description|alternativeHeadline")
          || Names.of(element).anyMatch(words -> words.stream().anyMatch(NAMES::contains))) {
        return true;
      }
      element = element.parent();
    }
    return false;
  }

  private static boolean isForeign(Block block) {
    for (Element e = block.element(); e != null; e = e.parent()) {
      if (FOREIGN_TAGS.contains(e.normalName())
          || Names.of(e)
              .anyMatch(words -> words.contains("caption") || words.contains("related"))) {
        return true;
      }
    }
    return Furniture.matches(block);
  }
}
