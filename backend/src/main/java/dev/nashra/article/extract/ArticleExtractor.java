package dev.nashra.article.extract;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads the article out of a web page. */
public final class ArticleExtractor {
  /** What a page may weigh; the rest is not read. */
  private static final int MAX_CHARACTERS = 5 << 20;

  private static final int MAX_DEPTH = 256;

  /** The article on this page; never fails, and what is not there is null or empty. */
  public ExtractedArticle extract(String html, String url) {
    var bounded = html.substring(0, Math.min(html.length(), MAX_CHARACTERS));
    var document = Jsoup.parse(bounded, url, Parser.htmlParser().setMaxDepth(MAX_DEPTH));
    var page = new Page(url, document);
    var site = new SiteName(page);
    var title = new Headline(page, site).find().orElse(null);
    var text = text(page, title);
    return new ExtractedArticle(
        title,
        new Authors(page, site).find(),
        new PublicationTime(page).find().orElse(null),
        null,
        site.best().orElse(null),
        LeadImage.of(page).orElse(null),
        text.isEmpty() ? null : text);
  }

  private static String text(Page page, @Nullable String title) {
    List<Block> body = new BodyFinder(page, new BlockFilter(title, new Captions(page))).find();
    return Stream.concat(new Standfirst(page, title).before(body).stream(), body.stream())
        .map(Block::text)
        .collect(Collectors.joining("\n\n"));
  }
}
