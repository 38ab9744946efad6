package dev.nashra.collect;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads what a feed of Atom 1.0 or 0.3 says of itself. */
final class AtomFeed {
  private AtomFeed() {}

  static Feed read(Element feed, @Nullable String url, List<FeedEntry> entries) {
    var fields = Fields.ofAtom(feed);
    var base = Links.base(feed, url);
    var author = PersonName.of(fields.all(List.of("atom:author", "dc:creator", "itunes:author")));
    return new Feed(
        MarkupText.atomPlain(fields.first("atom:title", "dc:title")),
        link(feed, url),
        MarkupText.atomPlain(
            fields.first("atom:subtitle", "atom:tagline", "atom:description", "itunes:summary")),
        language(feed, fields),
        fields.text("atom:id"),
        fields.date("atom:updated", "atom:modified", "dcterms:modified", "dc:date"),
        fields.date("atom:published", "atom:issued", "dcterms:issued", "atom:created"),
        image(fields, base),
        author,
        MarkupText.atomPlain(fields.first("atom:rights", "atom:copyright", "dc:rights")),
        PlainText.of(fields.text("atom:generator")),
        EntryParts.link(fields, "next", base),
        // The feed's authors are those of entries without any (RFC 4287, section 4.2.1).
        entries.stream().map(entry -> entry.orBy(author)).toList());
  }

  /** The site to which a feed leads, as far as it has been read; null when it says none. */
  static @Nullable String link(Element feed, @Nullable String url) {
    return EntryParts.link(Fields.ofAtom(feed), "alternate", Links.base(feed, url));
  }

  private static @Nullable String language(Element feed, Fields fields) {
    var language = PlainText.line(feed.attributes().getIgnoreCase("xml:lang"));
    return language == null ? fields.text("dc:language", "atom:language") : language;
  }

  private static @Nullable String image(Fields fields, @Nullable String base) {
    var image = fields.first("atom:logo", "atom:icon");
    if (image != null) {
      return Links.web(image.wholeText(), Links.base(image, base));
    }
    return Links.web(fields.attribute("href", "itunes:image"), base);
  }
}
