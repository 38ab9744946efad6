package dev.nashra.web;

import dev.nashra.broadcast.Edition;
import dev.nashra.broadcast.EditionContent;
import dev.nashra.broadcast.EditionKind;
import dev.nashra.broadcast.EditionPages;
import dev.nashra.broadcast.Editions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Bulletins, digests and feeds from the database, under the addresses that their files have, made
 * by the same templates. Pictures and sound that are not on this machine are left out.
 */
public final class EditionShelf {
  private static final Duration FRESH = Duration.ofSeconds(30);
  private static final int MOST_KEPT = 64;
  private static final int IN_FEED = 30;
  private static final int IN_ARCHIVE = 200;
  private static final Pattern NEWEST =
      Pattern.compile("(bulletin|digest)-([A-Za-z-]{2,16})\\.(html|txt)");
  private static final Pattern FEED =
      Pattern.compile("feeds/(bulletin|digest)-([A-Za-z-]{2,16})\\.(xml|json)");
  private static final Pattern ARCHIVED =
      Pattern.compile(
          "archive/[0-9/]{11}(bulletin|digest)-([A-Za-z-]{2,16}?)(?:-[0-9]{6})?\\.(html|txt)");

  private final Editions editions;
  private final EditionPages pages;
  private final PublicFolder broadcast;
  private final PublicFolder media;
  private final InstantSource clock;

  /** The oldest first; guarded by itself. */
  private final Map<String, Kept> kept = new LinkedHashMap<>();

  public EditionShelf(
      Editions editions, EditionPages pages, Path broadcast, Path media, InstantSource clock) {
    this.editions = editions;
    this.pages = pages;
    this.broadcast = new PublicFolder(broadcast);
    this.media = new PublicFolder(media);
    this.clock = clock;
  }

  /** The document at a path below the broadcast folder. */
  Optional<Document> find(String path) {
    var now = clock.instant();
    synchronized (kept) {
      var known = kept.get(path);
      if (known != null && known.since().plus(FRESH).isAfter(now)) {
        return Optional.of(known.document());
      }
    }
    var document = make(path);
    document.ifPresent(made -> keep(path, new Kept(made, now)));
    return document;
  }

  private void keep(String path, Kept entry) {
    synchronized (kept) {
      kept.remove(path);
      kept.put(path, entry);
      if (kept.size() > MOST_KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
  }

  private Optional<Document> make(String path) {
    if (path.isEmpty() || path.equals("index.html")) {
      return index();
    }
    return newest(path).or(() -> archived(path)).or(() -> feed(path));
  }

  private Optional<Document> index() {
    var newest = new ArrayList<Edition>();
    for (var kind : EditionKind.values()) {
      for (var language : editions.languages(Instant.EPOCH, 1)) {
        newest.addAll(recent(kind, language, 1));
      }
    }
    return document("index.html", newest, pages::index);
  }

  private Optional<Document> newest(String path) {
    var name = NEWEST.matcher(path);
    return name.matches()
        ? page(path, recent(kind(name.group(1)), name.group(2), 1), "")
        : Optional.empty();
  }

  private Optional<Document> archived(String path) {
    var name = ARCHIVED.matcher(path);
    if (!name.matches()) {
      return Optional.empty();
    }
    var file = path.replaceAll("txt$", "html");
    var found =
        recent(kind(name.group(1)), name.group(2), IN_ARCHIVE).stream()
            .filter(edition -> edition.file().equals(file))
            .toList();
    return page(path, found, EditionPages.ARCHIVE_TO_ROOT);
  }

  private Optional<Document> page(String path, List<Edition> found, String root) {
    return document(
        path,
        found,
        list ->
            path.endsWith("txt") ? pages.text(list.getFirst()) : pages.page(list.getFirst(), root));
  }

  private Optional<Document> feed(String path) {
    var name = FEED.matcher(path);
    if (!name.matches()) {
      return Optional.empty();
    }
    var kind = kind(name.group(1));
    var language = name.group(2);
    return document(
        path,
        recent(kind, language, IN_FEED),
        list ->
            path.endsWith("xml")
                ? pages.rss(kind, language, list)
                : pages.json(kind, language, list));
  }

  private static Optional<Document> document(
      String path, List<Edition> found, Function<List<Edition>, String> writer) {
    return found.stream()
        .map(Edition::updated)
        .max(Instant::compareTo)
        .map(updated -> Document.of(MediaTypes.of(path), writer.apply(found), updated));
  }

  private static EditionKind kind(String slug) {
    return EditionKind.valueOf(slug.toUpperCase(Locale.ROOT));
  }

  private List<Edition> recent(EditionKind kind, String language, int limit) {
    return editions.recent(kind, language, limit).stream().map(this::withWhatIsHere).toList();
  }

  private Edition withWhatIsHere(Edition edition) {
    var audio = edition.audio();
    var hasSound = audio != null && broadcast.find(audio.file()).isPresent();
    var content = edition.content();
    return edition.with(
        new EditionContent(
            content.top().stream().map(this::withWhatIsHere).toList(), content.rest()),
        hasSound ? audio : null);
  }

  private EditionContent.Item withWhatIsHere(EditionContent.Item item) {
    var image = item.image();
    return image == null || media.find(image.file()).isPresent() ? item : item.withoutImage();
  }

  private record Kept(Document document, Instant since) {}
}
