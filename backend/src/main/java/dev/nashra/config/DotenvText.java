package dev.nashra.config;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of a {@code .env} file: what it says of a variable, and the same with that changed. */
final class DotenvText {
  /**
   * Up to the value, the value with its quotes, and what follows it on the line. Only a line feed
   * ends a line: the text is bytes, and some letters have one that Java takes for an end.
   */
  private static final String LINE =
      "(?md)^([ \\t]*%s[ \\t]*=[ \\t]*)('[^'\\r\\n]*'|\"[^\"\\r\\n]*\"|[^#\\r\\n]*?)"
          + "([ \\t]*(?:#[^\\r\\n]*)?)(?=\\r?$)";

  /** An assignment that is commented out, and no sentence that only begins like one. */
  private static final String COMMENTED_OUT =
      "(?md)^([ \\t]*)#[ \\t]*(%s[ \\t]*=[ \\t]*)('\\w*'|\"\\w*\"|\\w*)([ \\t]*(?:#[^\\r\\n]*)?)(?=\\r?$)";

  private DotenvText() {}

  /** When a variable is there several times, the last counts, as it does when settings are read. */
  static Optional<String> value(String text, String variable) {
    var line = last(pattern(LINE, variable), text);
    return line == null
        ? Optional.empty()
        : Optional.of(unquoted(line.group(2).strip())).filter(value -> !value.isEmpty());
  }

  /** The variable's own line changed; without one, that which is commented out; else a new one. */
  static String with(String text, String variable, String value) {
    var line = last(pattern(LINE, variable), text);
    if (line != null) {
      return replaced(text, line, line.group(1) + like(line.group(2), value) + line.group(3));
    }
    var comment = last(pattern(COMMENTED_OUT, variable), text);
    if (comment != null) {
      var assignment = comment.group(2) + like(comment.group(3), value);
      return replaced(text, comment, comment.group(1) + assignment + comment.group(4));
    }
    var end = text.contains("\r\n") ? "\r\n" : "\n";
    var gap = text.isEmpty() || text.endsWith("\n") ? "" : end;
    return text + gap + variable + "=" + value + end;
  }

  private static Pattern pattern(String line, String variable) {
    return Pattern.compile(line.formatted(Pattern.quote(variable)));
  }

  private static @Nullable MatchResult last(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    MatchResult found = null;
    while (matcher.find()) {
      found = matcher.toMatchResult();
    }
    return found;
  }

  private static String replaced(String text, MatchResult line, String by) {
    return text.substring(0, line.start()) + by + text.substring(line.end());
  }

  /** In the quotes that the old value has. */
  private static String like(String old, String value) {
    return isQuoted(old) ? old.charAt(0) + value + old.charAt(0) : value;
  }

  private static String unquoted(String value) {
    return isQuoted(value) ? value.substring(1, value.length() - 1) : value;
  }

  /** A single quote is no quote to whoever reads the file, but a part of the value. */
  private static boolean isQuoted(String value) {
    return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
  }
}
