package dev.nashra.source;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Lists of sources as OPML 2.0, as other readers write and read them. */
public final class Opml {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <opml version="2.0">
        <head><title>Nashra</title></head>
        <body>
      """;
  private static final String FOOT = "  </body>\n</opml>\n";

  private Opml() {}

  /**
   * The sources in a document, folders opened; attributes may be written in any case.
   *
   * @throws IllegalArgumentException when it is not OPML
   */
  public static List<NewSource> read(String document) {
    var parser = Parser.xmlParser().settings(ParseSettings.htmlDefault);
    var root = Jsoup.parse(document, "", parser);
    if (root.selectFirst("opml") == null) {
      throw new IllegalArgumentException("this is not an OPML document");
    }
    return root.select("outline[xmlurl]").stream()
        .filter(outline -> !outline.attr("xmlurl").isBlank())
        .map(Opml::source)
        .toList();
  }

  private static NewSource source(Element outline) {
    var url = outline.attr("xmlurl").strip();
    return new NewSource(
        url,
        kind(outline.attr("nashrakind")),
        firstNotBlank(outline.attr("title"), outline.attr("text"), url),
        blankToNull(outline.attr("language")),
        blankToNull(outline.attr("nashralinkpattern")),
        blankToNull(outline.attr("nashracredential")));
  }

  private static SourceKind kind(String text) {
    for (var kind : SourceKind.values()) {
      if (kind.name().equalsIgnoreCase(text)) {
        return kind;
      }
    }
    return SourceKind.AUTO;
  }

  /** The sources as a document that {@link #read} reads back. */
  public static String write(List<Source> sources) {
    return sources.stream().map(Opml::outline).collect(Collectors.joining("", HEAD, FOOT));
  }

  private static String outline(Source source) {
    return "    <outline type=\"rss\""
        + attribute("text", source.name())
        + attribute("title", source.name())
        + attribute("xmlUrl", source.url())
        + attribute("language", source.language())
        + attribute("nashraKind", source.kind() == SourceKind.AUTO ? null : source.kind().name())
        + attribute("nashraLinkPattern", source.linkPattern())
        + attribute("nashraCredential", source.credential())
        + "/>\n";
  }

  private static String attribute(String name, @Nullable String value) {
    return value == null ? "" : " %s=\"%s\"".formatted(name, escaped(value));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String firstNotBlank(String... texts) {
    for (var text : texts) {
      if (!text.isBlank()) {
        return text.strip();
      }
    }
    return "";
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
