package dev.nashra.collect;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads what a channel of RSS 0.9 to 2.0 or RDF says of itself. */
final class RssChannel {
  private static final List<List<String>> AUTHORS =
      List.of(
          List.of("dc:creator", "dc:author"),
          List.of("itunes:author"),
          List.of("author"),
          List.of("atom:author"),
          List.of("managingeditor"),
          List.of("googleplay:author"),
          List.of("itunes:owner"));

  private final Element channel;
  private final Fields fields;
  private final @Nullable String base;

  private RssChannel(Element channel, @Nullable String url) {
    this.channel = channel;
    this.fields = Fields.ofRss(channel);
    this.base = Links.base(channel, url);
  }

  static Feed read(Element channel, @Nullable String url, List<FeedEntry> entries) {
    return new RssChannel(channel, url).feed(entries);
  }

  /** The site to which a channel leads, as far as it has been read; null when it says none. */
  static @Nullable String link(Element channel, @Nullable String url) {
    return new RssChannel(channel, url).link();
  }

  private Feed feed(List<FeedEntry> entries) {
    var link = link();
    return new Feed(
        MarkupText.plain(fields.first("title", "dc:title", "atom:title")),
        link,
        MarkupText.plain(
            fields.first(
                "description",
                "dc:description",
                "atom:subtitle",
                "itunes:summary",
                "googleplay:description",
                "itunes:subtitle")),
        language(),
        fields.text("atom:id", "guid", "id"),
        fields.date("lastbuilddate", "atom:updated", "dcterms:modified", "dc:date", "updated"),
        fields.date("pubdate", "dcterms:issued", "atom:published", "published", "dc:date"),
        image(link),
        author(),
        MarkupText.plain(
            fields.first("copyright", "dc:rights", "atom:rights", "rights", "media:copyright")),
        generator(),
        EntryParts.link(fields, "next", base),
        entries);
  }

  private @Nullable String link() {
    var written = Links.web(fields.text("link"), base);
    if (written == null) {
      written = Links.web(fields.attribute("href", "link"), base);
    }
    return written == null ? EntryParts.link(fields, "alternate", base) : written;
  }

  private @Nullable String language() {
    var language = fields.text("language", "dc:language");
    for (var at = channel; language == null && at != null; at = at.parent()) {
      language = PlainText.line(at.attributes().getIgnoreCase("xml:lang"));
    }
    return language;
  }

  private @Nullable String image(@Nullable String link) {
    var from = link == null ? base : link;
    for (var image : images()) {
      var url = Links.web(Fields.ofRss(image).text("url"), from);
      if (url == null && image.childrenSize() == 0) {
        url = Links.web(image.wholeText(), null);
      }
      if (url != null) {
        return url;
      }
    }
    var art = fields.attribute("href", "itunes:image", "googleplay:image");
    if (art == null) {
      art = fields.attribute("url", "media:thumbnail", "itunes:image");
    }
    if (art == null) {
      art = fields.text("atom:logo", "atom:icon");
    }
    return Links.web(art, from);
  }

  /** RDF keeps its image beside the channel. */
  private List<Element> images() {
    var images = new ArrayList<>(fields.all("image"));
    var parent = channel.parent();
    if (parent != null) {
      images.addAll(Fields.ofRss(parent).all("image"));
    }
    return images;
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

  private @Nullable String generator() {
    var name = PlainText.of(fields.text("generator", "atom:generator"));
    return name == null ? fields.attribute("rdf:resource", "admin:generatoragent") : name;
  }
}
