package dev.nashra.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS, RDF and Atom entry by entry, so that only one entry is in memory as a tree; a document
 * that breaks off gives the entries up to there.
 */
final class XmlFeedReader {
  private static final int MOST_ENTRIES = 1_000;
  private static final int DEEPEST = 200;
  private static final Set<String> ATOM_ROOTS = Set.of("feed", "atom:feed");
  private static final Set<String> RSS_ROOTS = Set.of("rss", "rdf:rdf", "channel");

  private final @Nullable String url;
  private final List<FeedEntry> entries = new ArrayList<>();

  private XmlFeedReader(@Nullable String url) {
    this.url = url;
  }

  /** Null when the text is no feed. */
  static @Nullable Feed read(String xml, @Nullable String url) {
    return new XmlFeedReader(url).read(XmlMending.mend(xml));
  }

  private @Nullable Feed read(String xml) {
    try (var stream = new StreamParser(Parser.xmlParser().setMaxDepth(DEEPEST))) {
      stream.parse(xml, "");
      for (var elements = stream.iterator(); elements.hasNext(); ) {
        takeEntry(elements.next());
      }
      return feed(stream.document());
    }
  }

  private void takeEntry(Element element) {
    var name = XmlNames.of(element);
    boolean rss = name.equals("item");
    if (!rss && !name.equals("entry") && !name.equals("atom:entry")) {
      return;
    }
    var parent = element.parent();
    if (parent == null || isInsideEntry(parent, name)) {
      return;
    }
    if (entries.size() < MOST_ENTRIES) {
      entries.add(
          rss ? RssItem.read(element, rssBase(parent)) : AtomEntry.read(element, atomBase(parent)));
    }
    element.remove();
  }

  /** An item directly in another is a sibling whose elder was never closed. */
  private static boolean isInsideEntry(Element parent, String name) {
    if (XmlNames.of(parent).equals(name)) {
      return false;
    }
    for (var at = parent; at != null; at = at.parent()) {
      var around = XmlNames.of(at);
      if (around.equals("item") || around.equals("entry") || around.equals("atom:entry")) {
        return true;
      }
    }
    return false;
  }

  /** Links of RSS start from the site unless the document says otherwise. */
  private @Nullable String rssBase(Element parent) {
    var channel = XmlNames.of(parent).equals("channel") ? parent : child(parent, "channel");
    if (channel == null || Links.hasBase(channel)) {
      return url;
    }
    var link = RssChannel.link(channel, url);
    return link == null ? url : link;
  }

  /** Links of Atom start from the document, unless another host passes it on. */
  private @Nullable String atomBase(Element parent) {
    if (Links.hasBase(parent)) {
      return url;
    }
    var link = AtomFeed.link(parent, url);
    return link == null || Links.host(link).equals(Links.host(url)) ? url : link;
  }

  private @Nullable Feed feed(Element document) {
    for (var element : document.select("*")) {
      var name = XmlNames.of(element);
      if (ATOM_ROOTS.contains(name)) {
        return AtomFeed.read(element, url, entries);
      }
      if (RSS_ROOTS.contains(name)) {
        var channel = name.equals("channel") ? element : child(element, "channel");
        return RssChannel.read(channel == null ? element : channel, url, entries);
      }
    }
    return null;
  }

  private static @Nullable Element child(Element parent, String name) {
    for (var child : parent.children()) {
      if (XmlNames.of(child).equals(name)) {
        return child;
      }
    }
    return null;
  }
}
