package dev.nashra.article.extract;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Who wrote the article, as names. */
final class Authors {
  private static final int MAX_BYLINE = 160;
  private static final int MAX_BYLINES = 100;
  private static final int MAX_WORDS = 8;
  private static final int MAX_MARKED = 5;
  private static final Set<String> PICTURE_NAMES =
      Set.of("caption", "figcaption", "image", "photo", "media", "video", "comment", "comments");
  private static final Set<String> NAMES = Set.of("author", "byline", "writer");

  private static final List<String> METAS =
      List.of(
          ("author article:author article:authors articleauthor parsely-author sailthru.author"
                  + " dc.creator dcterms.creator dc.contributor byl byline cxenseparse:author"
                  + " citation_author rnews:author authors creator")
              .split(" ", -1));

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

  /**
   * People before the outlet itself, and what is told to machines before what is printed.
   *
   * @param front what stands around the beginning of the text
   */
  List<String> find(List<Block> front) {
    var told = names.in(page.data().authors().stream());
    if (!told.isEmpty()) {
      return told;
    }
    var metas = names.in(page.metas().all(METAS));
    var people = metas.stream().filter(name -> !site.is(name)).toList();
    return Stream.<Supplier<List<String>>>of(
            () -> people, () -> lines(front), this::marked, this::named, () -> metas)
        .map(Supplier::get)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** A line that says "By". */
  private List<String> lines(List<Block> front) {
    return front.stream()
        .filter(Byline::says)
        .map(line -> names.in(Stream.of(line.text())))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<String> marked() {
    var elements = page.document().select(MARKED).stream().limit(MAX_BYLINES);
    return names.in(
        new NearHeadline(page.document())
            .nearest(elements).stream()
                .limit(MAX_MARKED)
                .flatMap(element -> ShortText.of(element, MAX_BYLINE).stream()));
  }

  /** The short line named as the byline that belongs most closely to the headline. */
  private List<String> named() {
    var lines = page.document().stream().filter(Authors::isNamedByline).limit(MAX_BYLINES);
    return names.in(
        new NearHeadline(page.document())
            .nearest(lines).stream()
                .flatMap(line -> ShortText.of(line, MAX_BYLINE).stream())
                .limit(1));
  }

  private static boolean isNamedByline(Element element) {
    return Names.of(element).anyMatch(words -> !Collections.disjoint(words, NAMES))
        && element.closest("figure, figcaption, footer, aside") == null
        && Names.of(element).noneMatch(words -> !Collections.disjoint(words, PICTURE_NAMES))
        && ShortText.of(element, MAX_BYLINE)
            .filter(text -> Prose.words(text) <= MAX_WORDS)
            .isPresent();
  }
}
