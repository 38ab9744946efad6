package dev.nashra.broadcast;

import dev.nashra.broadcast.EditionPage.Link;
import java.util.ArrayList;
import java.util.List;

/** Writes editions as pages, plain text and feeds. */
public final class EditionPages {
  /** Leads from the page of an edition in the archive to the broadcast folder. */
  public static final String ARCHIVE_TO_ROOT = "../../../../";

  private static final int HEADLINES = 3;

  private final Newsdesk desk;
  private final String style;

  public EditionPages(Newsdesk desk) {
    this.desk = desk;
    this.style = PageStyle.of(desk.brand());
  }

  /** The page of an edition; {@code root} leads from it to the broadcast folder. */
  public String page(Edition edition, String root) {
    var words = words(edition.language());
    var page = new PageBuilder(edition, words, root, desk.mediaBase());
    return Templates.edition(page.build(desk.brand().name(), style, links(edition, words, root)));
  }

  /** The edition as plain text. */
  public String text(Edition edition) {
    return PlainText.of(edition, desk.brand().name(), words(edition.language()));
  }

  /** A feed of editions, the newest first, as RSS 2.0. */
  public String rss(EditionKind kind, String language, List<Edition> recent) {
    var path = "feeds/" + newest(kind, language) + ".xml";
    return RssFeed.of(channel(kind, language, path, recent), words(language));
  }

  /** A feed of editions, the newest first, as JSON Feed 1.1. */
  public String json(EditionKind kind, String language, List<Edition> recent) {
    var path = "feeds/" + newest(kind, language) + ".json";
    return JsonFeed.of(channel(kind, language, path, recent), words(language));
  }

  /** The list of the newest editions in all languages. */
  public String index(List<Edition> newest) {
    var entries = newest.stream().map(this::entry).toList();
    return Templates.index(new IndexPage(desk.brand().name(), style, entries));
  }

  /** The name under which the newest edition always is, without its ending. */
  static String newest(EditionKind kind, String language) {
    return kind.slug() + "-" + language;
  }

  private Wording words(String language) {
    return Wording.in(language, desk.zone());
  }

  private static List<Link> links(Edition edition, Wording words, String root) {
    var language = words.language();
    var name = newest(edition.kind(), edition.language());
    var other = edition.kind() == EditionKind.BULLETIN ? EditionKind.DIGEST : EditionKind.BULLETIN;
    var links = new ArrayList<Link>();
    var otherPage = root + newest(other, edition.language()) + ".html";
    links.add(new Link(otherPage, words.phrase(other.slug()), language));
    links.add(new Link(root + name + ".txt", words.phrase("text"), language));
    links.add(new Link(root + "feeds/" + name + ".xml", words.phrase("feed"), language));
    links.add(new Link(root + "feeds/" + name + ".json", words.phrase("jsonfeed"), language));
    return links;
  }

  private FeedChannel channel(
      EditionKind kind, String language, String path, List<Edition> recent) {
    var words = words(language);
    return new FeedChannel(
        desk.address(),
        path,
        newest(kind, language) + ".html",
        language,
        desk.brand().name() + " — " + words.phrase(kind.slug()),
        words.phrase(kind.slug() + "about"),
        recent);
  }

  private IndexPage.Entry entry(Edition edition) {
    var words = words(edition.language());
    return new IndexPage.Entry(
        newest(edition.kind(), edition.language()) + ".html",
        edition.language(),
        words.direction(),
        words.phrase(edition.kind().slug()),
        words.date(edition.updated()),
        words.time(edition.updated()),
        edition.content().top().stream()
            .limit(HEADLINES)
            .map(item -> item.headline().text())
            .toList());
  }
}
