package dev.nashra.collect;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads an entry of Atom 1.0 or 0.3. */
final class AtomEntry {
  private static final List<String> CATEGORIES =
      List.of("atom:category", "dc:subject", "media:category");

  private AtomEntry() {}

  static FeedEntry read(Element entry, @Nullable String documentBase) {
    var fields = Fields.ofAtom(entry);
    var base = Links.base(entry, documentBase);
    var id = fields.text("atom:id", "atom:guid");
    var link = link(fields, base, id);
    var summary =
        MarkupText.atomHtml(
            fields.first("atom:summary", "media:description", "dc:description"), documentBase);
    var content = content(fields, documentBase);
    var enclosures = EntryParts.enclosures(fields, base);
    return new FeedEntry(
        id == null ? link : id,
        MarkupText.atomPlain(fields.first("atom:title", "dc:title", "media:title")),
        link,
        fields.date(
            "atom:published",
            "atom:issued",
            "dcterms:issued",
            "atom:pubdate",
            "atom:created",
            "dcterms:created",
            "dc:date"),
        fields.date("atom:updated", "atom:modified", "dcterms:modified", "dc:date"),
        summary,
        content,
        author(fields),
        EntryParts.withKeywords(EntryParts.categories(fields.all(CATEGORIES)), fields),
        enclosures,
        EntryParts.comments(fields, base),
        EntryImage.of(fields, base, enclosures, summary, content));
  }

  private static @Nullable String content(Fields fields, @Nullable String documentBase) {
    var content = MarkupText.atomHtml(fields.first("atom:content"), documentBase);
    return content == null
        ? MarkupText.html(fields.first("content:encoded"), documentBase)
        : content;
  }

  private static @Nullable String link(Fields fields, @Nullable String base, @Nullable String id) {
    var link = EntryParts.link(fields, "alternate", base);
    if (link == null) {
      link = Links.web(fields.attribute("src", "atom:content"), base);
    }
    return link == null ? Links.web(id, null) : link;
  }

  /** An entry taken from elsewhere is by the authors of where it was (RFC 4287, section 4.2.1). */
  private static @Nullable String author(Fields fields) {
    var author = PersonName.of(fields.all("atom:author"));
    if (author == null) {
      author = PersonName.of(fields.all(List.of("dc:creator", "itunes:author")));
    }
    for (var source : fields.all("atom:source")) {
      if (author == null) {
        author = PersonName.of(Fields.ofAtom(source).all("atom:author"));
      }
    }
    return author;
  }
}
