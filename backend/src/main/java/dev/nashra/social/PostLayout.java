package dev.nashra.social;

import dev.nashra.text.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The parts of a post and how they are put together: headline, lead, key points, source, link,
 * hashtags. Empty parts leave no trace.
 */
record PostLayout(
    Direction direction,
    String headline,
    String lead,
    List<String> points,
    String credit,
    String link,
    List<String> hashtags) {
  private static final char LEFT_TO_RIGHT_MARK = '\u200E';
  private static final char RIGHT_TO_LEFT_MARK = '\u200F';

  PostLayout withHeadline(String text) {
    return new PostLayout(direction, text, lead, points, credit, link, hashtags);
  }

  PostLayout withLead(String text) {
    return new PostLayout(direction, headline, text, points, credit, link, hashtags);
  }

  PostLayout withPoint(String text) {
    var more = new ArrayList<>(points);
    more.add(text);
    return new PostLayout(direction, headline, lead, more, credit, link, hashtags);
  }

  PostLayout withTail(String newCredit, String newLink, List<String> newHashtags) {
    return new PostLayout(direction, headline, lead, points, newCredit, newLink, newHashtags);
  }

  String text() {
    var paragraphs = new ArrayList<String>();
    paragraphs.add(directed(headline));
    paragraphs.add(directed(lead));
    paragraphs.add(
        points.stream().map(point -> directed("• " + point)).collect(Collectors.joining("\n")));
    // The link stands alone on its line: some networks take in what touches it.
    paragraphs.add(lines(directed(credit), link));
    paragraphs.add(
        directed(hashtags.stream().map(tag -> "#" + tag).collect(Collectors.joining(" "))));
    return paragraphs.stream()
        .filter(paragraph -> !paragraph.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  /**
   * A line of an Arabic post that happens to begin with a Latin name would be set from the left, so
   * it gets an invisible mark; and the other way round.
   */
  private String directed(String line) {
    if (line.isEmpty() || Direction.ofFirstLetter(line) == direction) {
      return line;
    }
    return (direction == Direction.RIGHT_TO_LEFT ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK) + line;
  }

  private static String lines(String first, String second) {
    return first.isEmpty() || second.isEmpty() ? first + second : first + "\n" + second;
  }
}
