package dev.nashra.article;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the names under which an article is known again.
 *
 * @param value unique among the keys of its kind
 */
public record ArticleKey(Kind kind, String value) {
  private static final int MAX_GUID_CHARS = 500;

  /** The kinds of key, the weightiest first. */
  public enum Kind {
    /** The normalised address. */
    URL,
    /** The source's own name for it, within the source. */
    GUID,
    /** The fingerprint of a text long enough to prove identity. */
    TEXT
  }

  /** All keys of an article, the weightiest first. */
  public static List<ArticleKey> of(IncomingArticle article) {
    var keys = new ArrayList<ArticleKey>();
    keys.add(new ArticleKey(Kind.URL, ArticleUrl.normalize(article.url())));
    var guid = article.guid();
    if (guid != null && !guid.isBlank() && guid.length() <= MAX_GUID_CHARS) {
      keys.add(new ArticleKey(Kind.GUID, article.sourceId() + " " + guid.strip()));
    }
    var fingerprint = TextFingerprint.of(article.title(), article.text());
    if (fingerprint != null) {
      keys.add(new ArticleKey(Kind.TEXT, fingerprint));
    }
    return keys;
  }
}
