package dev.nashra.article.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Cuts an element into the blocks of text that a reader sees, in their order. */
final class Blocks implements NodeVisitor {
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Set<String> STRONG = Set.of("b", "strong");
  private static final Set<String> SILENT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "textarea",
          "select",
          "svg",
          "iframe",
          "object");

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Element owner;
  private int linked;
  private int strong;
  private int dated;
  private int linkDepth;
  private int strongDepth;
  private int silentDepth;
  private int timeDepth;
  private int itemDepth;
  private boolean broken;

  private Blocks(Element root) {
    owner = root;
  }

  static List<Block> of(Element root) {
    var blocks = new Blocks(root);
    root.traverse(blocks);
    blocks.flush();
    return blocks.blocks;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words && silentDepth == 0) {
      append(words.getWholeText());
    } else if (node instanceof Element element) {
      enter(element);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      leave(element);
    }
  }

  private void enter(Element element) {
    var name = element.normalName();
    if (name.equals("br")) {
      lineBreak();
    } else if (element.isBlock() || name.equals("li")) {
      flush();
      owner = element;
    }
    itemDepth += name.equals("li") ? 1 : 0;
    timeDepth += name.equals("time") ? 1 : 0;
    linkDepth += name.equals("a") ? 1 : 0;
    strongDepth += STRONG.contains(name) ? 1 : 0;
    silentDepth += SILENT.contains(name) ? 1 : 0;
  }

  private void leave(Element element) {
    var name = element.normalName();
    if (element.isBlock() || name.equals("li")) {
      flush();
      owner = element.parent() == null ? element : element.parent();
    }
    itemDepth -= name.equals("li") ? 1 : 0;
    timeDepth -= name.equals("time") ? 1 : 0;
    linkDepth -= name.equals("a") ? 1 : 0;
    strongDepth -= STRONG.contains(name) ? 1 : 0;
    silentDepth -= SILENT.contains(name) ? 1 : 0;
  }

  /** Two breaks end a paragraph; one does if a sentence ends there, else it is a space. */
  private void lineBreak() {
    if (broken || Prose.endsSentence(text.toString())) {
      flush();
    } else if (!text.isEmpty()) {
      append(" ");
      broken = true;
    }
  }

  private void append(String words) {
    int before = text.length();
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
      if (!space) {
        text.append(c);
        broken = false;
      } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
    }
    int added = text.length() - before;
    linked += linkDepth > 0 ? added : 0;
    strong += strongDepth > 0 ? added : 0;
    dated += timeDepth > 0 ? added : 0;
  }

  private void flush() {
    var squeezed = Prose.squeeze(text);
    if (!squeezed.isEmpty()) {
      int length = squeezed.length();
      blocks.add(
          new Block(
              kind(),
              squeezed,
              Math.min(linked, length),
              Math.min(strong, length),
              Math.min(dated, length),
              owner));
    }
    text.setLength(0);
    linked = 0;
    strong = 0;
    dated = 0;
    broken = false;
  }

  private Block.Kind kind() {
    var name = owner.normalName();
    if (HEADINGS.contains(name)) {
      return Block.Kind.HEADING;
    }
    if (itemDepth > 0) {
      return Block.Kind.ITEM;
    }
    return switch (name) {
      case "p", "blockquote", "pre" -> Block.Kind.PARAGRAPH;
      case "td", "th", "dt", "dd" -> Block.Kind.CELL;
      default -> Block.Kind.LOOSE;
    };
  }
}
