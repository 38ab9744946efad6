package dev.nashra.collect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads an item of RSS 0.9 to 2.0 or RDF with the elements that it borrows from elsewhere. */
final class RssItem {
  private static final List<String> CATEGORIES =
      List.of("category", "dc:subject", "media:category", "itunes:category");
  private static final List<List<String>> AUTHORS =
      List.of(
          List.of("dc:creator", "dc:author"),
          List.of("author"),
          List.of("atom:author"),
          List.of("itunes:author"),
          List.of("googleplay:author"));

  /** Hosts of counters whose addresses die before the articles do. */
  private static final Set<String> COUNTERS =
      Set.of("feeds.feedburner.com", "feedproxy.google.com", "feeds2.feedburner.com");

  private final Element item;
  private final Fields fields;
  private final @Nullable String base;

  private RssItem(Element item, @Nullable String base) {
    this.item = item;
    this.fields = Fields.ofRss(item);
    this.base = Links.base(item, base);
  }

  static FeedEntry read(Element item, @Nullable String base) {
    return new RssItem(item, base).entry();
  }

  private FeedEntry entry() {
    var link = link();
    var id = id();
    var summary = summary();
    var content = content();
    var enclosures = EntryParts.enclosures(fields, base);
    return new FeedEntry(
        id == null ? link : id,
        MarkupText.plain(
            fields.first("title", "dc:title", "media:title", "itunes:title", "atom:title")),
        link,
        fields.date(
            "pubdate",
            "dc:date",
            "dcterms:issued",
            "atom:published",
            "atom:issued",
            "published",
            "issued",
            "dcterms:created",
            "dcterms:date",
            "created",
            "date",
            "prism:publicationdate"),
        fields.date(
            "atom:updated",
            "dcterms:modified",
            "atom:modified",
            "updated",
            "modified",
            "lastbuilddate",
            "prism:modificationdate",
            "dc:date"),
        summary,
        content,
        author(),
        EntryParts.withKeywords(EntryParts.categories(fields.all(CATEGORIES)), fields),
        enclosures,
        EntryParts.comments(fields, base),
        EntryImage.of(fields, base, enclosures, summary, content));
  }

  private @Nullable String id() {
    var id = fields.text("guid", "atom:id", "id");
    return id == null ? PlainText.line(item.attributes().getIgnoreCase("rdf:about")) : id;
  }

  private @Nullable String link() {
    var written = web(fields.text("link"));
    if (written == null) {
      written = web(fields.attribute("href", "link"));
    }
    if (written == null) {
      written = EntryParts.link(fields, "alternate", base);
    }
    if (written == null && isPermaLink()) {
      written = web(fields.text("guid"));
    }
    if (written == null) {
      written = Links.web(item.attributes().getIgnoreCase("rdf:about"), null);
    }
    var original = web(fields.text("feedburner:origlink"));
    return original != null && (written == null || COUNTERS.contains(Links.host(written)))
        ? original
        : written;
  }

  /**
   * A guid that is no address at all is a plain name, whatever its attribute says or leaves out.
   */
  private boolean isPermaLink() {
    var attribute = fields.attribute("ispermalink", "guid");
    var guid = fields.text("guid");
    return guid != null
        && (attribute == null || !attribute.toLowerCase(Locale.ROOT).equals("false"))
        && (guid.startsWith("/") || Links.web(guid, null) != null);
  }

  private @Nullable String summary() {
    return MarkupText.html(
        fields.first(
            "description",
            "dc:description",
            "atom:summary",
            "summary",
            "abstract",
            "itunes:summary",
            "googleplay:description",
            "media:description",
            "itunes:subtitle"),
        base);
  }

  private @Nullable String content() {
    var content =
        fields.first(
            "content:encoded",
            "xhtml:body",
            "xhtml:div",
            "body",
            "fullitem",
            "yandex:full-text",
            "full-text",
            "fulltext");
    if (content != null) {
      return MarkupText.html(content, base);
    }
    return MarkupText.atomHtml(fields.first("atom:content", "content"), base);
  }

  private @Nullable String author() {
    for (var names : AUTHORS) {
      var author = PersonName.of(fields.all(names));
      if (author != null) {
        return author;
      }
    }
    return null;
  }

  private @Nullable String web(@Nullable String link) {
    return Links.web(link, base);
  }
}
