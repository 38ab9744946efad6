package dev.nashra.article.extract;

import dev.nashra.text.LanguageDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the article out of a web page. */
public final class ArticleExtractor {
  /** What a page may weigh, 5 MiB; the rest is not read. */
  public static final int MOST_BYTES = 5 << 20;

  private final ArticleLanguage language;

  public ArticleExtractor(LanguageDetector detector) {
    language = new ArticleLanguage(detector);
  }

  /** The article on this page; never fails, and what is not there is null or empty. */
  public ExtractedArticle extract(String html, String url) {
    var page = new Page(url, PageParser.parse(html, url, MOST_BYTES));
    var site = new SiteName(page);
    var title = new Headline(page, site).find().orElse(null);
    var body =
        new ArrayList<>(new BodyFinder(page, new BlockFilter(title, new Captions(page))).find());
    var authors = authors(page, site, body);
    new Standfirst(page, title).before(body).ifPresent(body::addFirst);
    var text = body.stream().map(Block::text).collect(Collectors.joining("\n\n"));
    return new ExtractedArticle(
        title,
        authors,
        new PublicationTime(page).find().orElse(null),
        language.of(page, text.isEmpty() && title != null ? title : text).orElse(null),
        site.best().orElse(null),
        LeadImage.of(page).orElse(null),
        text.isEmpty() ? null : text);
  }

  /** Who wrote it; lines of the body that only say so are taken out. */
  private static List<String> authors(Page page, SiteName site, List<Block> body) {
    var told = new Authors(page, site).find();
    var byline = new Byline(site);
    var line = told.stream().allMatch(site::is) ? byline.in(body) : Optional.<Block>empty();
    line.ifPresent(body::remove);
    var authors = line.map(byline::names).filter(names -> !names.isEmpty()).orElse(told);
    body.removeIf(block -> Byline.repeats(block, authors));
    return authors;
  }
}
