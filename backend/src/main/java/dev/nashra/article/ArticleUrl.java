package dev.nashra.article;

/** provisional */
public final class ArticleUrl {
  private ArticleUrl() {}

  public static String normalize(String url) {
    return url.replaceFirst("#.*", "");
  }
}
