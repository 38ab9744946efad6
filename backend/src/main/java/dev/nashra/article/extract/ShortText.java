package dev.nashra.article.extract;

import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The text of small elements, without reading through large ones. */
final class ShortText implements NodeFilter {
  private final int max;
  private final StringBuilder text = new StringBuilder();

  private ShortText(int max) {
    this.max = max;
  }

  /** The element's text in one line, unless it is empty or longer than that. */
  static Optional<String> of(Element element, int max) {
    var reader = new ShortText(max);
    element.filter(reader);
    var squeezed = Prose.squeeze(reader.text);
    return squeezed.isEmpty() || squeezed.length() > max ? Optional.empty() : Optional.of(squeezed);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      var more = words.getWholeText();
      text.append(more, 0, Math.min(more.length(), 4 * max));
    } else if (node instanceof Element element && element.isBlock()) {
      text.append(' ');
    }
    return text.length() > 4 * max ? FilterResult.STOP : FilterResult.CONTINUE;
  }
}
