package dev.nashra.social;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a post taken apart again, for publishers that need less of it.
 *
 * <p>Paragraphs are separated by blank lines; the last ones, from the link on, say where it comes
 * from.
 */
public record PostText(String language, List<String> body, List<String> tail) {
  private static final int LONGEST_TAIL = 2;

  public PostText {
    body = List.copyOf(body);
    tail = List.copyOf(tail);
  }

  public static PostText of(Post post) {
    var paragraphs = List.of(post.text().strip().split("\n{2,}"));
    int tail = paragraphs.size();
    while (tail > 1
        && paragraphs.size() - tail < LONGEST_TAIL
        && isTail(paragraphs.get(tail - 1), post)) {
      tail--;
    }
    return new PostText(
        post.language(), paragraphs.subList(0, tail), paragraphs.subList(tail, paragraphs.size()));
  }

  private static boolean isTail(String paragraph, Post post) {
    return paragraph.lines().anyMatch(post.link()::equals)
        || HashtagSyntax.HASHTAG
            .matcher(paragraph)
            .replaceAll("")
            .replaceAll("\\p{Cf}", "")
            .isBlank();
  }

  public String headline() {
    return body.getFirst();
  }

  /** The headline and where it comes from. */
  public PostText brief() {
    return new PostText(language, body.subList(0, 1), tail);
  }

  /** The same text with a mark before its headline. */
  public PostText headedBy(String mark) {
    var marked = new ArrayList<>(body);
    marked.set(0, mark + headline());
    return new PostText(language, marked, tail);
  }

  /** The whole text, or with a shorter body when that is too long. */
  public String within(TextLimit limit) {
    var whole = joined(String.join("\n\n", body));
    if (limit.fits(whole)) {
      return whole;
    }
    var shortened =
        TextCut.cut(String.join("\n\n", body), language, part -> limit.fits(joined(part)));
    var text = joined(shortened);
    return limit.fits(text) ? text : bodyWithin(limit);
  }

  private String bodyWithin(TextLimit limit) {
    return TextCut.cut(String.join("\n\n", body), language, limit::fits);
  }

  private String joined(String bodyText) {
    var paragraphs = new ArrayList<>(List.of(bodyText));
    paragraphs.addAll(tail);
    paragraphs.removeIf(String::isEmpty);
    return String.join("\n\n", paragraphs);
  }
}
