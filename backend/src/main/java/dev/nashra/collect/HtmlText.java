package dev.nashra.collect;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** The plain text of sanitised HTML. */
final class HtmlText {
  private HtmlText() {}

  /** Paragraphs separated by blank lines; empty for null. */
  static String paragraphs(@Nullable String html) {
    if (html == null) {
      return "";
    }
    var text = new StringBuilder();
    Jsoup.parseBodyFragment(html).body().traverse(new Collector(text));
    return text.toString()
        .replaceAll("[ \\t\\x0B\\f\\r\\u00A0]+", " ")
        .replaceAll(" ?\\n ?", "\n")
        .replaceAll("\\n{2,}", "\n\n")
        .strip();
  }

  private record Collector(StringBuilder text) implements NodeVisitor {
    @Override
    public void head(Node node, int depth) {
      switch (node) {
        case TextNode plain -> text.append(plain.getWholeText().replace('\n', ' '));
        case Element element when element.normalName().equals("br") -> text.append('\n');
        case Element element when element.isBlock() -> text.append("\n\n");
        default -> {}
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element && element.isBlock()) {
        text.append("\n\n");
      }
    }
  }
}
