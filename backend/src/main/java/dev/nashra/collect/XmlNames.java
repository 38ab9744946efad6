package dev.nashra.collect;

import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Names elements of feeds by the usual prefixes, whatever prefixes a document uses: {@code
 * dc:creator}, {@code atom:link}; the elements of RSS itself have none. Names are in lower case,
 * for writers get the case wrong.
 */
final class XmlNames {
  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("http://www.w3.org/2005/atom", "atom"),
          Map.entry("http://purl.org/atom/ns#", "atom"),
          Map.entry("https://www.w3.org/2005/atom", "atom"),
          Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
          Map.entry("http://purl.org/dc/elements/1.0/", "dc"),
          Map.entry("http://purl.org/dc/terms/", "dcterms"),
          Map.entry("http://purl.org/rss/1.0/modules/content/", "content"),
          Map.entry("http://search.yahoo.com/mrss/", "media"),
          Map.entry("http://search.yahoo.com/mrss", "media"),
          Map.entry("https://search.yahoo.com/mrss/", "media"),
          Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
          Map.entry("https://podcastindex.org/namespace/1.0", "podcast"),
          Map.entry("http://www.google.com/schemas/play-podcasts/1.0", "googleplay"),
          Map.entry("http://www.w3.org/1999/xhtml", "xhtml"),
          Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
          Map.entry("http://webns.net/mvcb/", "admin"),
          Map.entry("http://purl.oclc.org/net/rss_2.0/enc#", "enc"),
          Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner"),
          Map.entry("http://prismstandard.org/namespaces/1.2/basic/", "prism"),
          Map.entry("http://prismstandard.org/namespaces/basic/2.0/", "prism"),
          Map.entry("http://purl.org/rss/1.0/modules/prism/", "prism"),
          Map.entry("http://purl.org/rss/1.0/", ""),
          Map.entry("http://my.netscape.com/rdf/simple/0.9/", ""),
          Map.entry("http://channel.netscape.com/rdf/simple/0.9/", ""),
          Map.entry("http://purl.org/rss/1.0/modules/rss091#", ""),
          Map.entry("http://backend.userland.com/rss", ""),
          Map.entry("http://backend.userland.com/rss2", ""),
          Map.entry("http://blogs.law.harvard.edu/tech/rss", ""));

  private XmlNames() {}

  /** The name of an element; a prefix that is not declared means what it usually means. */
  static String of(Element element) {
    var tag = element.tag();
    var local = tag.localName().toLowerCase(Locale.ROOT);
    var prefix = PREFIXES.get(tag.namespace().strip().toLowerCase(Locale.ROOT));
    if (prefix == null) {
      prefix = tag.prefix().toLowerCase(Locale.ROOT);
    }
    return prefix.isEmpty() ? local : prefix + ":" + local;
  }
}
