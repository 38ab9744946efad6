package dev.nashra.collect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells from an address and its words whether a link of a news site leads to an article. */
final class ArticleLink {
  private static final int ENOUGH = 4;
  private static final int LONGEST = 2_000;
  private static final int LONG_SLUG = 4;
  private static final int SHORT_SLUG = 3;

  private static final Pattern DATE =
      Pattern.compile(
          "/(?:19|20)\\d{2}[/-]?(?:0?[1-9]|1[0-2])(?:[/-]?(?:[0-2]?\\d|3[01]))?(?:[/-]|$)");
  private static final Pattern ID = Pattern.compile("(?<!\\d)\\d{5,12}(?!\\d)");
  private static final Pattern QUERY_ID =
      Pattern.compile("[?&](?:id|p|nid|aid|article|articleid|newsid|storyid|itemid)=\\d+");
  private static final Pattern ARTICLE =
      Pattern.compile(
          "/(?:articles?|story|stories|news|posts?|blog|actualites?|artikel|noticias?|haber|meldung)/[^/]");
  private static final Pattern PAGE = Pattern.compile("\\.(?:s?html?|aspx|ece|amp|cms)$");
  private static final Pattern NOT_PAGE =
      Pattern.compile(
          "\\.(?:jpe?g|png|gif|webp|svg|pdf|mp3|mp4|zip|xml|rss|json|css|js|apk|docx?|xlsx?)$");
  private static final Pattern LISTING =
      Pattern.compile(
          "(?:^|/)(?:tags?|topics?|categor(?:y|ies|ia|ie)|authors?|writers?|users?|profiles?|members?|account|pages?"
              + "|login|log-in|signin|sign-in|signup|register|subscribe|subscription|newsletters?|search|about(?:-us)?"
              + "|contact(?:-us)?|privacy(?:-policy)?|terms(?:-[a-z-]+)?|cookies?(?:-policy)?|imprint|impressum|advertis[a-z-]*"
              + "|jobs|careers|help|faq|sitemap|feeds?|rss|shop|store|cart|donate|share|print|comments?|wp-admin|wp-login\\.php"
              + "|weather|horoscopes?|archives?|schlagwort|themen?|etiquetas?|autor(?:es)?|auteurs?|rubrik|kategorie)(?:/|$)");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{2,}");

  private ArticleLink() {}

  /**
   * Whether the evidence is enough.
   *
   * @param url absolute
   * @param headed whether the link is, or stands in, a heading
   */
  static boolean isLikely(String url, String words, boolean headed) {
    if (url.length() > LONGEST) {
      return false;
    }
    var path = path(url);
    if (path.length() <= 1 || NOT_PAGE.matcher(path).find()) {
      return false;
    }
    return address(path, url) + label(words, headed) >= ENOUGH;
  }

  static boolean hasNumberInQuery(String url) {
    return QUERY_ID.matcher(url.toLowerCase(Locale.ROOT)).find();
  }

  private static int address(String path, String url) {
    int score = 0;
    var segments = List.of(path.replaceFirst("/+$", "").split("/+"));
    var last = segments.getLast();
    score += DATE.matcher(path).find() ? 3 : 0;
    score += slug(last);
    score += ID.matcher(path).find() || hasNumberInQuery(url) ? 2 : 0;
    score += ARTICLE.matcher(path).find() ? 1 : 0;
    score += PAGE.matcher(path).find() ? 1 : 0;
    score -= LISTING.matcher(path).find() ? 4 : 0;
    return score;
  }

  private static int label(String words, boolean headed) {
    int count = (int) WORD.matcher(words).results().limit(LONG_SLUG + 1L).count();
    boolean dense = words.codePoints().filter(Character::isIdeographic).count() >= 2L * LONG_SLUG;
    int score = headed ? 2 : 0;
    score += count >= LONG_SLUG || dense ? 2 : 0;
    return score - (count < 2 && !dense ? 2 : 0);
  }

  /** The words of a headline in an address. */
  private static int slug(String segment) {
    long words =
        Arrays.stream(segment.split("[-_+.]")).filter(part -> WORD.matcher(part).find()).count();
    return words >= LONG_SLUG ? 3 : words >= SHORT_SLUG ? 2 : 0;
  }

  private static String path(String url) {
    var path = url.replaceFirst("(?i)^https?://[^/?#]*", "").replaceFirst("[?#].*$", "");
    try {
      path = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException asWritten) {
      // A stray percent sign: the path is read as it is.
    }
    return path.toLowerCase(Locale.ROOT);
  }
}
