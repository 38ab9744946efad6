package dev.nashra.sample;

import java.util.List;
import java.util.stream.Collectors;

/** Prints an outlet's front page: teasers that link to articles, among much else. */
final class SectionPage {
  private SectionPage() {}

  static String print(Imprint imprint, List<SampleOutlet> newsStand) {
    var outlet = imprint.outlet();
    return Template.open("section.html")
        .with(Words.of(outlet))
        .with(PageFrame.of(imprint))
        .with(
            "otherOutlets",
            newsStand.stream()
                .filter(other -> other.language().equals(outlet.language()))
                .filter(other -> !other.articles().isEmpty() && !other.equals(outlet))
                .map(other -> Markup.item(other.home(), other.name()))
                .collect(Collectors.joining()))
        .with(
            "teasers",
            outlet.articles().stream()
                .map(article -> teaser(imprint, article))
                .collect(Collectors.joining()))
        .text();
  }

  private static String teaser(Imprint imprint, SampleArticle article) {
    return Template.open("teaser.html")
        .with("path", imprint.path(article))
        .with("imagePath", imprint.imagePath(article))
        .with("section", article.tags().getFirst())
        .with("title", article.title())
        .with("summary", article.summary())
        .with("by", Words.of(imprint.outlet()).getOrDefault("by", ""))
        .with("author", article.author())
        .with("published", imprint.iso(imprint.published(article)))
        .with("date", imprint.words(imprint.updated(article)))
        .text();
  }
}
