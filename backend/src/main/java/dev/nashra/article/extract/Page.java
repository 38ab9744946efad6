package dev.nashra.article.extract;

import org.jsoup.nodes.Document;

/** A parsed web page with what it says about itself to machines. */
record Page(String url, Document document, MetaTags metas, LinkedData data) {
  Page(String url, Document document) {
    this(url, document, new MetaTags(document), new LinkedData(document, url));
  }
}
