package dev.nashra.broadcast;

import dev.nashra.broadcast.EditionPage.Link;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes what readers see of an edition: pages, texts, feeds, the list of all editions. */
final class EditionFiles {
  private static final int IN_FEED = 30;
  private static final int HEADLINES = 3;
  private static final String ARCHIVE_TO_ROOT = "../../../../";

  private final BroadcastFolder folder;
  private final Editions editions;
  private final Newsdesk desk;
  private final String style;

  EditionFiles(Path root, Editions editions, Newsdesk desk) {
    this.folder = new BroadcastFolder(root);
    this.editions = editions;
    this.desk = desk;
    this.style = PageStyle.of(desk.brand());
  }

  BroadcastFolder folder() {
    return folder;
  }

  /** The edition at its own place for ever, and at the place of the newest one. */
  void publish(Edition edition) throws IOException {
    var words = Wording.in(edition.language(), desk.zone());
    var name = newest(edition.kind(), edition.language());
    folder.write(edition.file(), page(edition, words, ARCHIVE_TO_ROOT));
    folder.write(name + ".html", page(edition, words, ""));
    var text = PlainText.of(edition, desk.brand().name(), words);
    folder.write(edition.file().replaceAll("html$", "txt"), text);
    folder.write(name + ".txt", text);
    if (edition.audio() != null && folder.has(edition.audio().file())) {
      folder.copy(edition.audio().file(), name + ".mp3");
    }
    feeds(edition.kind(), edition.language(), words);
  }

  /** The list of the newest editions in all languages. */
  void index(List<Edition> newest) throws IOException {
    var entries = newest.stream().map(this::entry).toList();
    folder.write("index.html", Templates.index(new IndexPage(desk.brand().name(), style, entries)));
  }

  static String newest(EditionKind kind, String language) {
    return kind.slug() + "-" + language;
  }

  private String page(Edition edition, Wording words, String root) {
    var page = new PageBuilder(edition, words, root, desk.mediaBase());
    return Templates.edition(page.build(desk.brand().name(), style, links(edition, words, root)));
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

  private void feeds(EditionKind kind, String language, Wording words) throws IOException {
    var recent = editions.recent(kind, language, IN_FEED);
    var name = newest(kind, language);
    var rss = "feeds/" + name + ".xml";
    var json = "feeds/" + name + ".json";
    folder.write(rss, RssFeed.of(channel(kind, language, rss, words, recent), words));
    folder.write(json, JsonFeed.of(channel(kind, language, json, words, recent), words));
  }

  private FeedChannel channel(
      EditionKind kind, String language, String path, Wording words, List<Edition> recent) {
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
    var words = Wording.in(edition.language(), desk.zone());
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
