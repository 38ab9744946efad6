package dev.nashra.collect;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Makes the links of a document absolute. */
final class Links {
  private static final int LONGEST = 4_096;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\u2028\u2029]+");
  private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):");
  private static final Pattern WEB = Pattern.compile("(?i)^https?://[^/?#\\s].*");

  private Links() {}

  /**
   * The absolute address on the web that a link means, as it is written where possible; null when
   * it is none.
   */
  static @Nullable String web(@Nullable String link, @Nullable String base) {
    if (link == null || link.length() > LONGEST) {
      return null;
    }
    // Feeds escape addresses twice more often than an address holds "&amp;" by itself.
    var written =
        CONTROL.matcher(link).replaceAll("").strip().replace(" ", "%20").replace("&amp;", "&");
    if (written.isEmpty()) {
      return null;
    }
    var absolute = SCHEME.matcher(written).find() ? written : resolved(written, base);
    return absolute != null && WEB.matcher(absolute).matches() ? absolute : null;
  }

  /** The base of an element's links by the {@code xml:base} around it (XML Base, section 4). */
  static @Nullable String base(Element element, @Nullable String documentBase) {
    var parent = element.parent();
    var around = parent == null ? documentBase : base(parent, documentBase);
    var own = element.attributes().getIgnoreCase("xml:base");
    if (own.isBlank()) {
      return around;
    }
    var resolved = web(own, around);
    return resolved == null ? around : resolved;
  }

  /** Whether an element or one around it says where its links start. */
  static boolean hasBase(Element element) {
    for (var at = element; at != null; at = at.parent()) {
      if (at.attributes().hasKeyIgnoreCase("xml:base")) {
        return true;
      }
    }
    return false;
  }

  /** The host of a web address in lower case without {@code www.}; empty when there is none. */
  static String host(@Nullable String url) {
    if (url == null || !WEB.matcher(url).matches()) {
      return "";
    }
    var host = url.replaceFirst("(?i)^https?://", "").replaceFirst("[/?#:].*$", "");
    return host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
  }

  private static @Nullable String resolved(String link, @Nullable String base) {
    if (base == null) {
      return null;
    }
    var absolute = new Element("a").attr("href", link);
    absolute.setBaseUri(base);
    return absolute.absUrl("href");
  }
}
