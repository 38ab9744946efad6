package dev.nashra.collect;

import dev.nashra.article.IncomingArticle;
import dev.nashra.article.extract.ArticleExtractor;
import dev.nashra.article.extract.ExtractedArticle;
import dev.nashra.source.Source;
import dev.nashra.text.LanguageDetector;
import dev.nashra.text.TextDecoder;
import dev.nashra.time.Deadline;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes an article of an entry: from the entry alone when it holds the text, else with its page.
 */
final class ArticleReader {
  /** An entry with so much text holds the article, not a teaser. */
  private static final int FULL_TEXT_CHARS = 600;

  private static final int LANGUAGE_SAMPLE_CHARS = 1_000;

  private final SourceCollector collector;

  private final LanguageDetector languages = new LanguageDetector();
  private final ArticleExtractor extractor = new ArticleExtractor(languages);

  ArticleReader(SourceCollector collector) {
    this.collector = collector;
  }

  /** Whether the entry holds the article's whole text. */
  static boolean isWhole(FeedEntry entry) {
    return entry.link() == null || text(entry).length() >= FULL_TEXT_CHARS;
  }

  /** The article; empty when there is neither a title nor a text. */
  Optional<IncomingArticle> read(Source source, FeedEntry entry, Deadline deadline)
      throws InterruptedException {
    var link = entry.link();
    if (isWhole(entry) || link == null) {
      return article(source, entry, null);
    }
    var page = collector.page(source, link, deadline);
    return article(
        source,
        entry,
        page == null
            ? null
            : extractor.extract(TextDecoder.html(page.body(), page.charset()).text(), page.url()));
  }

  private Optional<IncomingArticle> article(
      Source source, FeedEntry entry, @Nullable ExtractedArticle page) {
    var title = firstOf(entry.title(), page == null ? null : page.title());
    var text = longest(text(entry), page == null ? null : page.text());
    var url = firstOf(entry.link(), entry.id());
    if (title == null || url == null) {
      return Optional.empty();
    }
    return Optional.of(
        new IncomingArticle(
            source.id(),
            source.name(),
            url,
            entry.id(),
            title,
            text,
            authors(entry, page),
            language(source, title + "\n" + text),
            firstOf(entry.published(), page == null ? null : page.published()),
            entry.updated(),
            page == null ? entry.image() : firstOf(page.image(), entry.image())));
  }

  /** The text that the entry itself holds. */
  static String text(FeedEntry entry) {
    return longest(HtmlText.paragraphs(entry.summary()), HtmlText.paragraphs(entry.content()));
  }

  private static String longest(String one, @Nullable String other) {
    return other != null && other.length() > one.length() ? other : one;
  }

  private static List<String> authors(FeedEntry entry, @Nullable ExtractedArticle page) {
    if (page != null && !page.authors().isEmpty()) {
      return page.authors();
    }
    var author = entry.author();
    return author == null ? List.of() : List.of(author);
  }

  /** The outlet's word counts for its own articles; many feeds name a wrong language, though. */
  private String language(Source source, String text) {
    var configured = source.language();
    if (configured != null) {
      return configured;
    }
    var sample = text.substring(0, Math.min(text.length(), LANGUAGE_SAMPLE_CHARS));
    return languages.detect(sample).language();
  }

  private static <T> @Nullable T firstOf(@Nullable T one, @Nullable T other) {
    return one != null ? one : other;
  }
}
