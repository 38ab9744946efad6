package dev.nashra.collect;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Writes markup that stands unescaped in a feed as HTML: without namespace prefixes, empty elements
 * closed as HTML wants it, links resolved by the {@code xml:base} around them.
 */
final class XhtmlWriter implements NodeVisitor {
  private static final Set<String> VOID =
      Set.of(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
          "track", "wbr");
  private static final Set<String> LINKS = Set.of("href", "src", "poster", "cite");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");

  private final StringBuilder html = new StringBuilder();
  private final @Nullable String documentBase;
  private final boolean escapedToo;

  private XhtmlWriter(@Nullable String documentBase, boolean escapedToo) {
    this.documentBase = documentBase;
    this.escapedToo = escapedToo;
  }

  /** The inside of an element of XHTML. */
  static String inner(Element element, @Nullable String documentBase) {
    return write(element, new XhtmlWriter(documentBase, false));
  }

  /**
   * The inside of an element whose text may be HTML that is properly escaped, beside what is not.
   */
  static String mixedInner(Element element, @Nullable String documentBase) {
    return write(element, new XhtmlWriter(documentBase, true));
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      var whole = text.getWholeText();
      html.append(escapedToo && TAG.matcher(whole).find() ? whole : HtmlCleaner.escape(whole));
    } else if (node instanceof Element element && isHtml(element)) {
      open(element);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element && isHtml(element) && !VOID.contains(name(element))) {
      html.append("</").append(name(element)).append('>');
    }
  }

  private static String write(Element element, XhtmlWriter writer) {
    for (var child : element.childNodes()) {
      child.traverse(writer);
    }
    return writer.html.toString();
  }

  private void open(Element element) {
    html.append('<').append(name(element));
    for (var attribute : element.attributes()) {
      var key = attribute.getKey().toLowerCase(Locale.ROOT);
      if (!NAME.matcher(key).matches()) {
        continue;
      }
      var value = attribute.getValue();
      if (LINKS.contains(key)) {
        var absolute = Links.web(value, Links.base(element, documentBase));
        value = absolute == null ? value : absolute;
      }
      html.append(' ').append(key).append("=\"").append(escaped(value)).append('"');
    }
    html.append('>');
  }

  private static String escaped(String value) {
    return value.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }

  private static boolean isHtml(Element element) {
    return NAME.matcher(name(element)).matches();
  }

  private static String name(Element element) {
    return element.tag().localName().toLowerCase(Locale.ROOT);
  }
}
