package dev.nashra.sample;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An outlet of the sample newsroom.
 *
 * @param language {@code ar} or {@code en}
 * @param path where its feed or page lies on the server: the address to add as a source
 * @param articleFolder the path under which its articles lie, with a slash at its end
 * @param charset of its pages
 * @param fullText whether its feed carries whole articles, or summaries only
 * @param jsonLd whether its article pages carry JSON-LD
 * @param sections the names in its navigation
 * @param raw what a {@link OutletKind#BROKEN} outlet answers
 * @param articles the newest first
 */
public record SampleOutlet(
    String id,
    String name,
    String tagline,
    String language,
    OutletKind kind,
    String path,
    String articleFolder,
    String charset,
    boolean fullText,
    boolean jsonLd,
    String colour,
    List<String> sections,
    @Nullable String raw,
    List<SampleArticle> articles) {

  public SampleOutlet {
    charset = Objects.requireNonNullElse(charset, "utf-8");
    sections = List.copyOf(sections);
    articles =
        articles.stream().sorted(Comparator.comparingInt(SampleArticle::minutesAgo)).toList();
  }

  public boolean arabic() {
    return language.equals("ar");
  }

  /** The outlet's front page. */
  public String home() {
    return "/" + id + "/";
  }

  /** Where an article of this outlet lies on the server, unencoded. */
  public String pathOf(SampleArticle article) {
    return articleFolder + article.slug();
  }

  SampleOutlet withArticles(List<SampleArticle> others) {
    return new SampleOutlet(
        id,
        name,
        tagline,
        language,
        kind,
        path,
        articleFolder,
        charset,
        fullText,
        jsonLd,
        colour,
        sections,
        raw,
        others);
  }
}
