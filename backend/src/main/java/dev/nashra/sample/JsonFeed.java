package dev.nashra.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Prints an outlet as JSON Feed 1.1. */
final class JsonFeed {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonFeed() {}

  static String print(Imprint imprint) {
    var outlet = imprint.outlet();
    var feed = new LinkedHashMap<String, Object>();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", outlet.name());
    feed.put("home_page_url", imprint.url(outlet.home()));
    feed.put("feed_url", imprint.url(outlet.path()));
    feed.put("description", outlet.tagline());
    feed.put("language", outlet.language());
    feed.put("items", outlet.articles().stream().map(article -> item(imprint, article)).toList());
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(feed);
  }

  private static Map<String, Object> item(Imprint imprint, SampleArticle article) {
    var item = new LinkedHashMap<String, Object>();
    item.put("id", imprint.id(article));
    item.put("url", imprint.url(article));
    item.put("title", article.title());
    item.put("summary", article.summary());
    item.put("content_html", Markup.paragraphs(article.paragraphs()));
    item.put("image", imprint.url(imprint.imagePath(article)));
    item.put("date_published", imprint.iso(imprint.published(article)));
    item.put("date_modified", imprint.iso(imprint.updated(article)));
    item.put("authors", List.of(Map.of("name", article.author())));
    item.put("tags", article.tags());
    item.put("language", imprint.outlet().language());
    return item;
  }
}
