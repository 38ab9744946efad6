package dev.nashra.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is behind an address: a file of the newsroom, else an edition from the database.
 *
 * <p>The published pages are at {@code /}, bulletins and digests at {@code /broadcast/}, pictures,
 * audio and reels at {@code /media/}.
 */
public final class Pages {
  private static final String BROADCAST = "broadcast/";
  private static final String MEDIA = "media/";
  private static final Pattern EDITION = Pattern.compile("(bulletin|digest)/([A-Za-z-]{2,16})");
  private static final Pattern FEED =
      Pattern.compile("feeds/(?:bulletin|digest)-[A-Za-z-]{2,16}\\.(?:xml|json)");

  private final PublicFolder published;
  private final PublicFolder broadcast;
  private final PublicFolder media;
  private final @Nullable EditionShelf editions;

  /**
   * @param editions for a machine that does not have the worker's files; null for files only
   */
  public Pages(Path published, Path broadcast, Path media, @Nullable EditionShelf editions) {
    this.published = new PublicFolder(published);
    this.broadcast = new PublicFolder(broadcast);
    this.media = new PublicFolder(media);
    this.editions = editions;
  }

  void answer(Context context) throws IOException {
    var path = path(context);
    var document = document(path);
    if (document.isPresent()) {
      DocumentAnswer.send(context, document.get());
      return;
    }
    var elsewhere = elsewhere(path);
    if (elsewhere.isPresent()) {
      context.header("Cache-Control", "no-cache").redirect(elsewhere.get());
    } else {
      notice(context, path.isEmpty() ? Notice.NOTHING_YET : Notice.NOT_FOUND);
    }
  }

  private static String path(Context context) {
    try {
      var raw = context.path().replaceFirst("^/", "").replace("+", "%2B");
      return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return "."; // No address of ours: it leads to the page that says so.
    }
  }

  private Optional<Document> document(String path) throws IOException {
    if (path.startsWith(MEDIA)) {
      return file(media, path.substring(MEDIA.length()));
    }
    if (path.startsWith(BROADCAST)) {
      return edition(path.substring(BROADCAST.length()));
    }
    var found = file(published, path);
    return found.isEmpty() && FEED.matcher(path).matches() ? edition(path) : found;
  }

  private Optional<Document> edition(String path) throws IOException {
    var found = file(broadcast, path);
    return found.isPresent() || editions == null ? found : editions.find(path);
  }

  private static Optional<Document> file(PublicFolder folder, String path) throws IOException {
    var file = folder.find(path);
    return file.isPresent() ? Optional.of(Document.of(file.get())) : Optional.empty();
  }

  /** The address that was meant. */
  private Optional<String> elsewhere(String path) throws IOException {
    var edition = EDITION.matcher(path);
    if (edition.matches()) {
      return Optional.of("/broadcast/%s-%s.html".formatted(edition.group(1), edition.group(2)));
    }
    if (path.equals("broadcast")
        || (path.startsWith(BROADCAST)
            ? broadcast.isFolder(path.substring(BROADCAST.length()))
            : published.isFolder(path))) {
      return Optional.of("/" + path + "/");
    }
    return path.isEmpty() && edition("").isPresent()
        ? Optional.of("/broadcast/")
        : Optional.empty();
  }

  private static void notice(Context context, Notice notice) {
    context.header("Cache-Control", "no-cache");
    context.status(notice == Notice.NOT_FOUND ? 404 : 200).result(notice.html());
    context.contentType("text/html; charset=utf-8");
  }
}
