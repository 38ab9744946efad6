package dev.nashra.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the outlets from their data files and puts syndicated texts where they are repeated. */
final class SampleLibrary {
  private static final List<String> OUTLETS =
      List.of(
          "harbour-times",
          "mirsal-courier",
          "lazward-wire",
          "valley-post",
          "tarin-ledger",
          "the-lantern",
          "zumurda-gazette",
          "coast-compass",
          "wadq-days",
          "lazward-news-agency",
          "market-scale",
          "yasmin-pulse",
          "azure-scene",
          "mountain-broadcast");

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

  private SampleLibrary() {}

  static List<SampleOutlet> load() {
    var outlets = OUTLETS.stream().map(SampleLibrary::read).toList();
    var originals = originals(outlets);
    return outlets.stream().map(outlet -> resolve(outlet, originals)).toList();
  }

  private static SampleOutlet read(String id) {
    var resource = "/sample/outlets/" + id + ".json";
    try (var input = SampleLibrary.class.getResourceAsStream(resource)) {
      if (input == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return MAPPER.readValue(input, SampleOutlet.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, SampleArticle> originals(List<SampleOutlet> outlets) {
    var originals = new HashMap<String, SampleArticle>();
    for (var outlet : outlets) {
      for (var article : outlet.articles()) {
        originals.put(outlet.id() + "/" + article.slug(), article);
      }
    }
    return originals;
  }

  private static SampleOutlet resolve(SampleOutlet outlet, Map<String, SampleArticle> originals) {
    return outlet.withArticles(
        outlet.articles().stream().map(article -> resolve(article, originals)).toList());
  }

  private static SampleArticle resolve(
      SampleArticle article, Map<String, SampleArticle> originals) {
    if (article.copyOf() == null) {
      return article;
    }
    var original = originals.get(article.copyOf());
    if (original == null) {
      throw new IllegalStateException("no article " + article.copyOf());
    }
    return article.withTextOf(original);
  }
}
