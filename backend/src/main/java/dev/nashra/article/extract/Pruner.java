package dev.nashra.article.extract;

import java.util.ArrayList;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Takes out of a page what its makers themselves name as something else than the article: menus,
 * related links, share bars, captions, forms, advertising.
 *
 * <p>Names lie now and then (a page's whole body may be called "sidebar-left" or "author-admin"),
 * so whatever holds the headline or most of the running text stays, and only its parts are looked
 * at.
 */
final class Pruner {
  private static final double MOST = 0.5;

  private static final Set<String> FOREIGN_TAGS =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "svg",
          "button",
          "input",
          "select",
          "textarea",
          "nav",
          "figure",
          "figcaption",
          "video",
          "audio",
          "object",
          "embed",
          "dialog",
          "menu",
          "canvas",
          "label",
          "link",
          "meta",
          "map",
          "ins",
          "amp-ad");

  private static final Set<String> SUSPECT_TAGS = Set.of("aside", "footer", "form", "fieldset");

  private final ProseMass mass;
  private final Element root;

  private Pruner(Element root) {
    this.root = root;
    this.mass = new ProseMass(root);
  }

  static void prune(Element root) {
    new Pruner(root).run();
  }

  private void run() {
    var open = new ArrayList<Element>(root.children());
    while (!open.isEmpty()) {
      var element = open.removeLast();
      if (isForeign(element)) {
        element.remove();
      } else {
        open.addAll(element.children());
      }
    }
  }

  private boolean isForeign(Element element) {
    var tag = element.normalName();
    if (FOREIGN_TAGS.contains(tag)) {
      return !holdsMost(element);
    }
    var suspect =
        SUSPECT_TAGS.contains(tag)
            || isHidden(element)
            || Names.of(element).anyMatch(ForeignNames::anyIn);
    return suspect && !holdsMost(element) && !holdsHeadline(element);
  }

  private static boolean isHidden(Element element) {
    var style = element.attr("style");
    return element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true")
        || style.replace(" ", "").contains("display:none");
  }

  private boolean holdsMost(Element element) {
    int own = mass.of(element);
    return own > 0 && own >= MOST * mass.of(root);
  }

  private static boolean holdsHeadline(Element element) {
    return element.selectFirst("h1, [itemprop=articleBody]") != null;
  }
}
