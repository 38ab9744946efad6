package dev.nashra.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Prints an article as a page, with everything around it that real pages have. */
final class ArticlePage {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int RELATED = 3;

  private ArticlePage() {}

  static String print(Imprint imprint, SampleArticle article) {
    var outlet = imprint.outlet();
    return Template.open("article.html")
        .with(Words.of(outlet))
        .with(PageFrame.of(imprint))
        .with("title", article.title())
        .with("summary", article.summary())
        .with("author", article.author())
        .with("section", article.tags().getFirst())
        .with("url", imprint.url(article))
        .with("image", imprint.url(imprint.imagePath(article)))
        .with("imagePath", imprint.imagePath(article))
        .with("published", imprint.iso(imprint.published(article)))
        .with("updated", imprint.iso(imprint.updated(article)))
        .with("date", imprint.words(imprint.updated(article)))
        .with("jsonLd", outlet.jsonLd() ? jsonLd(imprint, article) : "")
        .with("paragraphs", Markup.paragraphs(article.paragraphs()))
        .with("tags", tags(outlet, article))
        .with("relatedLinks", links(imprint, others(outlet, article).limit(RELATED)))
        .with("mostReadLinks", links(imprint, others(outlet, article).skip(RELATED)))
        .text();
  }

  private static String jsonLd(Imprint imprint, SampleArticle article) {
    var outlet = imprint.outlet();
    var fields = new LinkedHashMap<String, Object>();
    fields.put("@context", "https://schema.org");
    fields.put("@type", List.of("NewsArticle"));
    fields.put("headline", article.title());
    fields.put("description", article.summary());
    fields.put("url", imprint.url(article));
    fields.put("image", List.of(imprint.url(imprint.imagePath(article))));
    fields.put("datePublished", imprint.iso(imprint.published(article)));
    fields.put("dateModified", imprint.iso(imprint.updated(article)));
    fields.put("inLanguage", outlet.language());
    fields.put("author", List.of(typed("Person", article.author())));
    fields.put("publisher", typed("NewsMediaOrganization", outlet.name()));
    return "<script type=\"application/ld+json\">"
        + MAPPER.writeValueAsString(fields).replace("</", "<\\/")
        + "</script>\n";
  }

  private static Map<String, String> typed(String type, String name) {
    var thing = new LinkedHashMap<String, String>();
    thing.put("@type", type);
    thing.put("name", name);
    return thing;
  }

  private static String tags(SampleOutlet outlet, SampleArticle article) {
    return article.tags().stream()
        .map(tag -> Markup.link(outlet.home() + "?tag=" + article.tags().indexOf(tag), tag))
        .collect(Collectors.joining(" "));
  }

  private static Stream<SampleArticle> others(SampleOutlet outlet, SampleArticle article) {
    return outlet.articles().stream().filter(other -> !other.slug().equals(article.slug()));
  }

  private static String links(Imprint imprint, Stream<SampleArticle> articles) {
    return articles
        .map(article -> Markup.item(imprint.path(article), article.title()))
        .collect(Collectors.joining());
  }
}
