package dev.nashra.sample;

import java.util.stream.Collectors;

/**
 * Prints an outlet as Atom. An article that was edited has two entries with the same id, the newer
 * one first.
 */
final class AtomFeed {
  private AtomFeed() {}

  static String print(Imprint imprint) {
    var outlet = imprint.outlet();
    return Template.open("atom.xml")
        .with("language", outlet.language())
        .with("id", "tag:" + outlet.id() + ".example,2025:feed")
        .with("outlet", outlet.name())
        .with("tagline", outlet.tagline())
        .with("updated", imprint.iso(imprint.updated()))
        .with("feed", imprint.url(outlet.path()))
        .with("url", imprint.url(outlet.home()))
        .with("rights", Words.of(outlet).getOrDefault("rights", ""))
        .with(
            "entries",
            outlet.articles().stream()
                .flatMap(
                    article ->
                        article.versions().stream()
                            .map(version -> entry(imprint, article, version)))
                .collect(Collectors.joining()))
        .text();
  }

  private static String entry(Imprint imprint, SampleArticle article, SampleVersion version) {
    return Template.open("atom-entry.xml")
        .with("id", imprint.id(article))
        .with("title", version.title())
        .with("url", imprint.url(article))
        .with("published", imprint.iso(imprint.published(article)))
        .with("updated", imprint.iso(imprint.time(version)))
        .with("author", article.author())
        .with("summary", version.summary())
        .with("content", imprint.outlet().fullText() ? content(version) : "")
        .with(
            "categories",
            article.tags().stream()
                .map(tag -> "<category term=\"" + Markup.escape(tag) + "\"/>\n")
                .collect(Collectors.joining()))
        .text();
  }

  private static String content(SampleVersion version) {
    return "<content type=\"html\">"
        + Markup.escape(Markup.paragraphs(version.paragraphs()))
        + "</content>\n";
  }
}
