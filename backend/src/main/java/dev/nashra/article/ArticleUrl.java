package dev.nashra.article;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;

/**
 * One spelling for all spellings of an article's address, which is its first identity.
 *
 * <p>The result is still an address that works, for it is also what readers are sent to. So what
 * might lead elsewhere stays: the scheme, {@code www.}, mobile and AMP hosts; such twins are told
 * by their text.
 */
public final class ArticleUrl {
  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
  private static final char UNREADABLE = '\uFFFD';

  private ArticleUrl() {}

  /**
   * The address with lower-case host, without default port, fragment, tracking parameters and
   * trailing slash, its parameters sorted, and every letter escaped in one way; an address that is
   * not on the web comes back as it is, without the space around it.
   */
  public static String normalize(String address) {
    var url = HttpUrl.parse(address.strip());
    if (url == null) {
      return address.strip();
    }
    var normal =
        url.newBuilder().username("").password("").encodedPath("/").query(null).fragment(null);
    addPath(normal, url);
    addParameters(normal, url);
    // Old single-page sites name their articles behind "#!".
    var fragment = url.encodedFragment();
    if (fragment != null && fragment.startsWith("!") && fragment.length() > 1) {
      normal.encodedFragment(fragment);
    }
    return normal.build().toString();
  }

  private static void addPath(HttpUrl.Builder normal, HttpUrl url) {
    var decoded = url.pathSegments();
    var encoded = url.encodedPathSegments();
    int end = decoded.size();
    while (end > 0 && decoded.get(end - 1).isEmpty()) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      if (isReadable(decoded.get(i))) {
        normal.addPathSegment(composed(decoded.get(i)));
      } else {
        normal.addEncodedPathSegment(upperCaseEscapes(encoded.get(i)));
      }
    }
  }

  private static void addParameters(HttpUrl.Builder normal, HttpUrl url) {
    IntStream.range(0, url.querySize())
        .filter(i -> !url.queryParameterName(i).isEmpty())
        .filter(i -> !Tracking.isIn(url.queryParameterName(i), url.queryParameterValue(i)))
        .boxed()
        .sorted(Comparator.comparing(url::queryParameterName))
        .forEach(i -> addParameter(normal, url, i));
  }

  private static void addParameter(HttpUrl.Builder normal, HttpUrl url, int index) {
    var name = url.queryParameterName(index);
    var value = url.queryParameterValue(index);
    if (isReadable(name) && (value == null || isReadable(value))) {
      normal.addQueryParameter(composed(name), value == null ? null : composed(value));
      return;
    }
    var encoded = List.of(Objects.requireNonNull(url.encodedQuery()).split("&", -1)).get(index);
    var parts = upperCaseEscapes(encoded).split("=", 2);
    normal.addEncodedQueryParameter(parts[0], parts.length > 1 ? parts[1] : null);
  }

  private static boolean isReadable(String decoded) {
    return decoded.indexOf(UNREADABLE) < 0;
  }

  /** Escapes of another charset than UTF-8 cannot be read, but their hexadecimal has two cases. */
  private static String upperCaseEscapes(String encoded) {
    return ESCAPE.matcher(encoded).replaceAll(escape -> escape.group().toUpperCase(Locale.ROOT));
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
