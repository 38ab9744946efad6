package dev.nashra.broadcast;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes what readers see of an edition: pages, texts, feeds, the list of all editions. */
final class EditionFiles {
  private static final int IN_FEED = 30;

  private final BroadcastFolder folder;
  private final Editions editions;
  private final EditionPages pages;

  EditionFiles(Path root, Editions editions, Newsdesk desk) {
    this.folder = new BroadcastFolder(root);
    this.editions = editions;
    this.pages = new EditionPages(desk);
  }

  BroadcastFolder folder() {
    return folder;
  }

  /** The edition at its own place for ever, and at the place of the newest one. */
  void publish(Edition edition) throws IOException {
    var name = newest(edition.kind(), edition.language());
    folder.write(edition.file(), pages.page(edition, EditionPages.ARCHIVE_TO_ROOT));
    folder.write(name + ".html", pages.page(edition, ""));
    var text = pages.text(edition);
    folder.write(edition.file().replaceAll("html$", "txt"), text);
    folder.write(name + ".txt", text);
    if (edition.audio() != null && folder.has(edition.audio().file())) {
      folder.copy(edition.audio().file(), name + ".mp3");
    }
    feeds(edition.kind(), edition.language());
  }

  /** The list of the newest editions in all languages. */
  void index(List<Edition> newest) throws IOException {
    folder.write("index.html", pages.index(newest));
  }

  static String newest(EditionKind kind, String language) {
    return EditionPages.newest(kind, language);
  }

  private void feeds(EditionKind kind, String language) throws IOException {
    var recent = editions.recent(kind, language, IN_FEED);
    var name = newest(kind, language);
    folder.write("feeds/" + name + ".xml", pages.rss(kind, language, recent));
    folder.write("feeds/" + name + ".json", pages.json(kind, language, recent));
  }
}
