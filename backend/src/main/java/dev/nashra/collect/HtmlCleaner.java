package dev.nashra.collect;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/**
 * Makes HTML from anywhere safe to show: text, pictures and recordings stay, scripts, styles, forms
 * and frames go, links become absolute.
 */
final class HtmlCleaner {
  private static final int LONGEST = 1 << 20;
  private static final int PIXEL = 3;
  private static final int DEEPEST = 200;
  private static final String[] WEB = {"http", "https"};

  private static final Safelist SAFE =
      new Safelist()
          .addTags(
              "a",
              "abbr",
              "address",
              "article",
              "aside",
              "audio",
              "b",
              "bdi",
              "bdo",
              "big",
              "blockquote",
              "br",
              "caption",
              "center",
              "cite",
              "code",
              "col",
              "colgroup",
              "dd",
              "del",
              "details",
              "dfn",
              "div",
              "dl",
              "dt",
              "em",
              "figcaption",
              "figure",
              "footer",
              "h1",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6",
              "header",
              "hr",
              "i",
              "img",
              "ins",
              "kbd",
              "li",
              "main",
              "mark",
              "ol",
              "p",
              "pre",
              "q",
              "rp",
              "rt",
              "ruby",
              "s",
              "samp",
              "section",
              "small",
              "source",
              "span",
              "strike",
              "strong",
              "sub",
              "summary",
              "sup",
              "table",
              "tbody",
              "td",
              "tfoot",
              "th",
              "thead",
              "time",
              "tr",
              "tt",
              "u",
              "ul",
              "var",
              "video",
              "wbr")
          .addAttributes(":all", "dir", "lang", "title")
          .addAttributes("a", "href")
          .addAttributes("audio", "controls", "src")
          .addAttributes("blockquote", "cite")
          .addAttributes("col", "span")
          .addAttributes("colgroup", "span")
          .addAttributes("del", "datetime")
          .addAttributes("img", "alt", "height", "src", "width")
          .addAttributes("ins", "datetime")
          .addAttributes("li", "value")
          .addAttributes("ol", "reversed", "start", "type")
          .addAttributes("q", "cite")
          .addAttributes("source", "src", "type")
          .addAttributes("td", "colspan", "headers", "rowspan")
          .addAttributes("th", "colspan", "headers", "rowspan", "scope")
          .addAttributes("time", "datetime")
          .addAttributes("video", "controls", "height", "poster", "src", "width")
          .addProtocols("a", "href", "http", "https", "mailto")
          .addProtocols("audio", "src", WEB)
          .addProtocols("blockquote", "cite", WEB)
          .addProtocols("img", "src", WEB)
          .addProtocols("q", "cite", WEB)
          .addProtocols("source", "src", WEB)
          .addProtocols("video", "poster", WEB)
          .addProtocols("video", "src", WEB);

  private static final String UNWANTED =
      "script,style,iframe,frame,frameset,embed,template,noframes,noembed,svg,math,"
          + "form input,form select,input,select,textarea,button,head,title,link,meta,base,xmp,"
          + "plaintext,canvas,dialog";
  private static final String PRECIOUS = "img,audio,video";
  private static final List<String> LAZY =
      List.of("data-src", "data-original", "data-lazy-src", "data-url");
  private static final String COMMENT = "<!--";
  private static final Pattern MARKUP = Pattern.compile("[<&]");

  private static final Pattern SWALLOWER =
      Pattern.compile(
          "(?i)<(iframe|script|style|textarea|title|noscript|object|video|audio)\\b[^<>]*>");

  private HtmlCleaner() {}

  /** The safe form of a text in HTML; null when nothing is left to read or see. */
  static @Nullable String clean(@Nullable String html, @Nullable String base) {
    if (html == null || html.isBlank()) {
      return null;
    }
    if (!MARKUP.matcher(html).find()) {
      return escape(html.strip());
    }
    var bounded = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
    bounded = withoutSwallowers(PlainText.withoutSection(bounded));
    var parser = Parser.htmlParser().setMaxDepth(DEEPEST);
    var dirty = Jsoup.parse("<body>" + bounded, base == null ? "" : base, parser);
    prepare(dirty, base);
    var clean = new Cleaner(SAFE).clean(dirty);
    clean.select("img:not([src])").remove();
    clean.outputSettings().prettyPrint(false);
    var body = clean.body();
    return body.hasText() || body.selectFirst(PRECIOUS) != null ? body.html().strip() : null;
  }

  /**
   * To HTML, a frame or script that XML writes as one empty tag has everything behind it inside.
   */
  private static String withoutSwallowers(String written) {
    var html =
        written.lastIndexOf(COMMENT) > written.lastIndexOf("-->")
            ? written.replace(COMMENT, "")
            : written;
    if (!SWALLOWER.matcher(html).find()) {
      return html;
    }
    int frameEnd = html.toLowerCase(Locale.ROOT).lastIndexOf("</iframe");
    return SWALLOWER
        .matcher(html)
        .replaceAll(
            tag -> {
              boolean frame = tag.group(1).equalsIgnoreCase("iframe");
              boolean empty = tag.group().endsWith("/>");
              boolean closed = !empty && !(frame && tag.start() > frameEnd);
              return closed ? Matcher.quoteReplacement(tag.group()) : "";
            });
  }

  /** Plain text as HTML. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static void prepare(Document dirty, @Nullable String base) {
    dirty.body().select(UNWANTED).remove();
    for (var image : dirty.select("img")) {
      showLazyImage(image);
      if (isPixel(image, "width") && isPixel(image, "height")) {
        image.remove();
      }
    }
    for (var attribute : new String[] {"href", "src", "poster", "cite"}) {
      for (var element : dirty.select("[" + attribute + "]")) {
        resolve(element, attribute, base);
      }
    }
  }

  private static void resolve(Element element, String attribute, @Nullable String base) {
    var written = element.attr(attribute);
    if (written.strip().toLowerCase(Locale.ROOT).startsWith("mailto:")) {
      return;
    }
    var absolute = Links.web(written, base);
    if (absolute == null) {
      element.removeAttr(attribute);
    } else {
      element.attr(attribute, absolute);
    }
  }

  /** Pages that load pictures late keep the true address beside a placeholder. */
  private static void showLazyImage(Element image) {
    var shown = image.attr("src");
    if (!shown.isBlank() && !shown.startsWith("data:")) {
      return;
    }
    for (var attribute : LAZY) {
      if (!image.attr(attribute).isBlank()) {
        image.attr("src", image.attr(attribute));
        return;
      }
    }
  }

  /** Pictures of a pixel or so count readers. */
  private static boolean isPixel(Element image, String side) {
    var size = image.attr(side).strip();
    return size.length() == 1 && size.charAt(0) >= '0' && size.charAt(0) < '0' + PIXEL;
  }
}
