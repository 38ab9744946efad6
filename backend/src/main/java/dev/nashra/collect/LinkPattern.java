package dev.nashra.collect;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which links of a section page are articles, as an operator writes it: a part of the address
 * ({@code /news/}), a glob ({@code /news/*-*.html}; {@code **} also crosses slashes) or a regular
 * expression ({@code /\d{4}/\d+}).
 */
public final class LinkPattern {
  private static final int LONGEST_LINK = 2_000;
  private static final Pattern EXPRESSION = Pattern.compile("[\\^$\\\\(\\[{+]|\\.\\*");

  private final Pattern pattern;

  private LinkPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException with a sentence for the operator when it cannot be read
   */
  public static LinkPattern of(String written) {
    var text = written.strip();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("A link pattern must not be empty.");
    }
    try {
      return new LinkPattern(
          Pattern.compile(EXPRESSION.matcher(text).find() ? text : expression(text)));
    } catch (PatternSyntaxException wrong) {
      throw new IllegalArgumentException(
          "The link pattern cannot be read: " + wrong.getDescription() + ".", wrong);
    }
  }

  /** Whether an absolute address is one of an article. */
  public boolean matches(String url) {
    return url.length() <= LONGEST_LINK && pattern.matcher(url).find();
  }

  private static String expression(String glob) {
    if (glob.indexOf('*') < 0) {
      return Pattern.quote(glob);
    }
    var expression = new StringBuilder();
    for (int at = 0; at < glob.length(); at++) {
      if (glob.startsWith("**", at)) {
        expression.append(".*");
        at++;
      } else if (glob.charAt(at) == '*') {
        expression.append("[^/?#]*");
      } else {
        expression.append(Pattern.quote(glob.substring(at, at + 1)));
      }
    }
    // A glob says how the address ends; what counts readers may follow.
    return expression.append("(?:[?#].*)?$").toString();
  }
}
