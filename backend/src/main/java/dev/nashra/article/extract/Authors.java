package dev.nashra.article.extract;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Who wrote the article, as names. */
final class Authors {
  private static final int MAX_BYLINE = 160;
  private static final int MAX_BYLINES = 100;
  private static final int MAX_WORDS = 8;
  private static final Set<String> NAMES = Set.of("author", "byline", "writer");

  private static final List<String> METAS =
      List.of(
          "author",
          "article:author",
          "article:authors",
          "articleauthor",
          "parsely-author",
          "sailthru.author",
          "dc.creator",
          "dcterms.creator",
          "dc.contributor",
          "byl",
          "byline",
          "cxenseparse:author",
          "citation_author",
          "rnews:author",
          "authors",
          "creator");

  private static final String MARKED =
      "[itemprop=author] [itemprop=name], [itemprop=author], [rel=author], [property=author]";

  private final Page page;
  private final SiteName site;
  private final AuthorNames names;

  Authors(Page page, SiteName site) {
    this.page = page;
    this.site = site;
    this.names = new AuthorNames(site);
  }

  /** People before the outlet itself, and what is told to machines before what is printed. */
  List<String> find() {
    var told = names.in(page.data().authors().stream());
    if (hasPerson(told)) {
      return told;
    }
    var metas = names.in(page.metas().all(METAS));
    if (hasPerson(metas) && told.isEmpty()) {
      return metas;
    }
    var printed = told.isEmpty() ? printed() : List.<String>of();
    return Stream.of(told, printed, metas)
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private boolean hasPerson(List<String> names) {
    return names.stream().anyMatch(name -> !site.is(name));
  }

  private List<String> printed() {
    var marked =
        names.in(page.document().select(MARKED).stream().limit(20).map(Element::text).limit(5));
    return marked.isEmpty()
        ? byline().map(line -> names.in(Stream.of(line))).orElse(List.of())
        : marked;
  }

  /** The short line named as the byline that belongs most closely to the headline. */
  private Optional<String> byline() {
    var lines = page.document().stream().filter(Authors::isNamedByline).limit(MAX_BYLINES);
    return new NearHeadline(page.document())
        .nearest(lines).stream()
            .flatMap(line -> ShortText.of(line, MAX_BYLINE).stream())
            .findFirst();
  }

  private static boolean isNamedByline(Element element) {
    return Names.of(element).anyMatch(words -> !Collections.disjoint(words, NAMES))
        && ShortText.of(element, MAX_BYLINE)
            .filter(text -> Prose.words(text) <= MAX_WORDS)
            .isPresent();
  }
}
