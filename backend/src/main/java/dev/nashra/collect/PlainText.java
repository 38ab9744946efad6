package dev.nashra.collect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Makes one line of plain text of what feeds put into titles, names and the like. */
final class PlainText {
  private static final int LONGEST = 5_000;
  private static final String SECTION = "<![CDATA[";
  private static final String SECTION_END = "]]>";
  private static final Pattern SPACE = Pattern.compile("[\\s\u00A0\u2028\u2029\u0085]+");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\uFEFF\uFFFE\uFFFF&&[^\\s]]");
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

  /** A tag of HTML that is closed again or never is; "List<String>" and "a < b" are not. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "(?is)<(a|abbr|b|big|blockquote|center|cite|code|div|em|font|h[1-6]|i|iframe|li|ol|p|s|script|small|span"
              + "|strike|strong|style|sub|sup|tt|u|ul)(?:\\s[^<>]*)?>.*?</\\1\\s*>|<(?:br|hr|img|wbr)\\b[^<>]*>|<!--");

  private PlainText() {}

  /** White space made single, invisible characters removed; null when nothing is left. */
  static @Nullable String line(@Nullable String text) {
    if (text == null) {
      return null;
    }
    var bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    var line = SPACE.matcher(INVISIBLE.matcher(bounded).replaceAll("")).replaceAll(" ").strip();
    return line.isEmpty() ? null : line;
  }

  /**
   * The plain text of what may be HTML: markup removed and entities decoded. Writers escape once
   * too often so commonly that a text which still shows entities is decoded once more.
   */
  static @Nullable String of(@Nullable String html) {
    if (html == null) {
      return null;
    }
    var bounded = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
    var text = decoded(withoutSection(bounded));
    return line(REFERENCE.matcher(text).find() ? decoded(text) : text);
  }

  /** Some writers put the marks of a CDATA section into the text itself. */
  static String withoutSection(String text) {
    var bare = text.strip();
    if (bare.startsWith(SECTION)) {
      bare = bare.substring(SECTION.length());
    }
    return bare.endsWith(SECTION_END)
        ? bare.substring(0, bare.length() - SECTION_END.length())
        : bare;
  }

  private static String decoded(String text) {
    if (MARKUP.matcher(text).find()) {
      return Jsoup.parseBodyFragment(text).text();
    }
    return REFERENCE
        .matcher(text)
        .replaceAll(r -> Matcher.quoteReplacement(Parser.unescapeEntities(r.group(), false)));
  }
}
