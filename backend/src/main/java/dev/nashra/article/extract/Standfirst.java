package dev.nashra.article.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one or two sentences that stand between the headline and the body, which body
 * containers mostly leave out: standfirst, dek, chapô, Vorspann, entradilla.
 */
final class Standfirst {
  private static final int MIN_LENGTH = 30;
  private static final int MAX_LENGTH = 1_200;
  private static final int REACH = 60;
  private static final int LEVELS = 3;

  private static final Set<String> NAMES =
      Set.of(
          "standfirst",
          "subtitle",
          "subheadline",
          "subhead",
          "subheading",
          "subtitulo",
          "sub",
          "lead",
          "lede",
          "leadin",
          "dek",
          "deck",
          "summary",
          "intro",
          "introduction",
          "chapo",
          "chapeau",
          "excerpt",
          "sottotitolo",
          "sommario",
          "occhiello",
          "entradilla",
          "sumario",
          "bajada",
          "copete",
          "vorspann",
          "teaser",
          "description",
          "desc",
          "abstract",
          "perex",
          "ingress",
          "spot",
          "preamble",
          "synopsis",
          "strapline",
          "underline",
          "anons",
          "annotation",
          "lid",
          "brief",
          "snippet",
          "heading",
          "untertitel",
          "shorttext",
          "snopes",
          "leadtext");

  private final Page page;
  private final String foldedTitle;

  Standfirst(Page page, @Nullable String title) {
    this.page = page;
    foldedTitle = title == null ? "" : Prose.fold(title);
  }

  /** The standfirst of this body, unless the body already says it. */
  Optional<Block> before(List<Block> body) {
    if (body.isEmpty()) {
      return Optional.empty();
    }
    var all = Blocks.of(page.document().body());
    int start = indexOfBody(all, body);
    int headline = indexOfHeadline(all, start);
    var said = Prose.fold(String.join("", body.stream().map(Block::text).toList()));
    for (int i = Math.max(headline + 1, start - REACH); i < start; i++) {
      var block = all.get(i);
      if (isStandfirst(block, headline >= 0, i == headline + 1)
          && !said.contains(Prose.fold(block.text()))) {
        return Optional.of(block);
      }
    }
    return Optional.empty();
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
      if (Set.of("figure", "figcaption", "nav", "aside", "footer").contains(e.normalName())
          || Names.of(e)
              .anyMatch(words -> words.contains("caption") || words.contains("related"))) {
        return true;
      }
    }
    return Furniture.matches(block);
  }

  private static int indexOfBody(List<Block> all, List<Block> body) {
    for (var first : body.subList(0, Math.min(3, body.size()))) {
      var folded = Prose.fold(first.text());
      for (int i = 0; i < all.size(); i++) {
        if (Prose.fold(all.get(i).text()).equals(folded)) {
          return i;
        }
      }
    }
    return 0;
  }

  private int indexOfHeadline(List<Block> all, int before) {
    for (int i = before - 1; i >= 0; i--) {
      var block = all.get(i);
      if (block.element().normalName().equals("h1")
          || Prose.fold(block.text()).equals(foldedTitle)) {
        return i;
      }
    }
    return -1;
  }
}
