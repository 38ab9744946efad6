package dev.nashra.sample;

import java.util.stream.Collectors;

/** Prints an outlet as RSS 2.0, with whole articles or with summaries only. */
final class RssFeed {
  private RssFeed() {}

  static String print(Imprint imprint) {
    var outlet = imprint.outlet();
    return Template.open("rss.xml")
        .with("outlet", outlet.name())
        .with("url", imprint.url(outlet.home()))
        .with("tagline", outlet.tagline())
        .with("language", outlet.language())
        .with("updated", imprint.rfc822(imprint.updated()))
        .with("feed", imprint.url(outlet.path()))
        .with(
            "items",
            outlet.articles().stream()
                .map(article -> item(imprint, article))
                .collect(Collectors.joining()))
        .text();
  }

  private static String item(Imprint imprint, SampleArticle article) {
    return Template.open("rss-item.xml")
        .with("title", article.title())
        .with("url", imprint.url(article))
        .with("id", imprint.id(article))
        .with("published", imprint.rfc822(imprint.published(article)))
        .with("author", article.author())
        .with("summary", article.summary())
        .with("image", imprint.url(imprint.imagePath(article)))
        .with("content", imprint.outlet().fullText() ? content(article) : "")
        .with(
            "categories",
            article.tags().stream()
                .map(tag -> "<category>" + Markup.escape(tag) + "</category>\n")
                .collect(Collectors.joining()))
        .text();
  }

  private static String content(SampleArticle article) {
    // Paragraphs are escaped, so no "]]>" can end the section early.
    return "<content:encoded><![CDATA["
        + Markup.paragraphs(article.paragraphs())
        + "]]></content:encoded>\n";
  }
}
