package dev.nashra.article.extract;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Parses pages within bounds, so that no page can exhaust the stack or the time: news pages are
 * seldom deeper than 40 elements or of more than 10,000.
 */
final class PageParser {
  private static final int MAX_DEPTH = 100;
  private static final int MAX_TAGS = 20_000;

  private PageParser() {}

  static Document parse(String html, String url, int maxCharacters) {
    var bounded = html.substring(0, end(html, maxCharacters));
    return Jsoup.parse(bounded, url, Parser.htmlParser().setMaxDepth(MAX_DEPTH));
  }

  /** Where the page has had its characters or its tags. */
  private static int end(String html, int maxCharacters) {
    int end = Math.min(html.length(), maxCharacters);
    int tags = 0;
    for (int i = html.indexOf('<'); i >= 0 && i + 1 < end; i = html.indexOf('<', i + 1)) {
      tags += Character.isLetter(html.charAt(i + 1)) ? 1 : 0;
      if (tags > MAX_TAGS) {
        return i;
      }
    }
    return end;
  }
}
