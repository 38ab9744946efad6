package dev.nashra.article.extract;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/** A parsed web page with what it says about itself to machines. */
record Page(String url, Document document, MetaTags metas, LinkedData data) {
  Page(String url, Document document) {
    this(url, document, new MetaTags(document), new LinkedData(document, url));
  }

  /** What the article is about in its own words, folded. */
  Stream<String> descriptions() {
    return Stream.concat(
            metas.all(List.of("og:description", "description", "twitter:description")),
            data.descriptions().stream())
        .map(Prose::fold);
  }
}
