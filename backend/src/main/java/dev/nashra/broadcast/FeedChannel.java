package dev.nashra.broadcast;

import java.net.URI;
import java.util.List;

/**
 * An output feed: the newest editions of one kind in one language.
 *
 * @param base the public address of the broadcast folder, ending in {@code /}
 * @param path of the feed below it
 * @param home of the page that always shows the newest edition
 * @param editions the newest first
 */
record FeedChannel(
    URI base,
    String path,
    String home,
    String language,
    String title,
    String description,
    List<Edition> editions) {

  String address(String file) {
    return base.resolve(file).toString();
  }

  /** Stays the same when the newsroom moves to another address. */
  static String guid(Edition edition) {
    return "urn:nashra:%s:%s:%s"
        .formatted(edition.kind().slug(), edition.language(), edition.period());
  }
}
