package dev.nashra.social;

import com.twitter.twittertext.Extractor;
import dev.nashra.text.Graphemes;

/**
 * The length of a text on Mastodon: characters as a reader sees them, and 23 for every address that
 * begins with {@code http://} or {@code https://}.
 *
 * <p>Mastodon counts a mention of someone elsewhere without the server's name; here it counts
 * whole, so never too little.
 */
final class MastodonLength {
  private static final String ADDRESS = "x".repeat(23);

  private MastodonLength() {}

  static int of(String text) {
    var extractor = new Extractor();
    extractor.setExtractURLWithoutProtocol(false);
    var counted = new StringBuilder();
    int position = 0;
    for (var address : extractor.extractURLsWithIndices(text)) {
      counted.append(text, position, address.getStart()).append(ADDRESS);
      position = address.getEnd();
    }
    return Graphemes.count(counted.append(text, position, text.length()).toString());
  }
}
