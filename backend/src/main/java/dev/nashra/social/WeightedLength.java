package dev.nashra.social;

import com.twitter.twittertext.TwitterTextParser;

/**
 * The length of a text on X: after NFC, most letters weigh 1 and most other characters 2, an emoji
 * weighs 2 and every address 23, in X's own implementation.
 *
 * <p>Its table of emoji is of 2020. A later one counts by its parts, so never too little.
 */
final class WeightedLength {
  private WeightedLength() {}

  static int of(String text) {
    return TwitterTextParser.parseTweet(text).weightedLength;
  }
}
