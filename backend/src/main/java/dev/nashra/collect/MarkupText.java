package dev.nashra.collect;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The texts of a feed that may be plain text, escaped HTML or XHTML, as HTML or as plain text. */
final class MarkupText {
  /** Closed or void tags, so that "the <b> tag" in a text stays what it is. */
  private static final Pattern LOOKS_LIKE_HTML =
      Pattern.compile(
          "(?i)</(?:a|b|blockquote|div|em|figure|h[1-6]|i|li|ol|p|pre|span|strong|table|u|ul)\\s*>|<(?:br|hr|img|p)\\b[^<>]*>");

  private MarkupText() {}

  /** An element of RSS: its text is HTML, escaped or not (RSS 2.0, "description"). */
  static @Nullable String html(@Nullable Element element, @Nullable String base) {
    if (element == null) {
      return null;
    }
    var from = Links.base(element, base);
    return HtmlCleaner.clean(
        element.childrenSize() == 0 ? element.wholeText() : XhtmlWriter.mixedInner(element, base),
        from);
  }

  /** An element of RSS as one line of plain text. */
  static @Nullable String plain(@Nullable Element element) {
    if (element == null) {
      return null;
    }
    return PlainText.of(
        element.childrenSize() == 0 ? element.wholeText() : XhtmlWriter.mixedInner(element, null));
  }

  /** A text construct or the content of Atom 1.0 (RFC 4287, sections 3.1 and 4.1.3) or 0.3. */
  static @Nullable String atomHtml(@Nullable Element element, @Nullable String base) {
    if (element == null) {
      return null;
    }
    var from = Links.base(element, base);
    return HtmlCleaner.clean(atomSource(element, base), from);
  }

  /** A text construct of Atom as one line of plain text. */
  static @Nullable String atomPlain(@Nullable Element element) {
    if (element == null) {
      return null;
    }
    var source = atomSource(element, null);
    return source == null ? null : PlainText.of(source);
  }

  private static @Nullable String atomSource(Element element, @Nullable String base) {
    var type = element.attributes().getIgnoreCase("type").strip().toLowerCase(Locale.ROOT);
    if (element.childrenSize() > 0) {
      boolean escaped = type.equals("html") || type.equals("text/html");
      return escaped
          ? XhtmlWriter.mixedInner(unwrapped(element), base)
          : XhtmlWriter.inner(unwrapped(element), base);
    }
    var text = element.wholeText();
    if (isMedia(type) || element.attributes().getIgnoreCase("mode").equals("base64")) {
      text = decoded(text);
    }
    boolean html = type.contains("html") || LOOKS_LIKE_HTML.matcher(text).find();
    return html ? text : HtmlCleaner.escape(text);
  }

  /** Content of such a type is in Base64; mostly it is a file, sometimes text after all. */
  private static boolean isMedia(String type) {
    return type.contains("/") && !type.startsWith("text/") && !type.contains("xml");
  }

  /** The {@code div} that Atom wants around XHTML is not part of the content. */
  private static Element unwrapped(Element element) {
    var only = element.firstElementChild();
    return only != null
            && element.childrenSize() == 1
            && element.wholeOwnText().isBlank()
            && only.tag().localName().equalsIgnoreCase("div")
        ? only
        : element;
  }

  private static String decoded(String base64) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getMimeDecoder().decode(base64));
      var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return text.indexOf('\0') < 0 ? text : "";
    } catch (IllegalArgumentException | CharacterCodingException noText) {
      return "";
    }
  }
}
