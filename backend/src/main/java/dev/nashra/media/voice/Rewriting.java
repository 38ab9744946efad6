package dev.nashra.media.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replacements that are made one after the other. */
final class Rewriting {
  private final List<UnaryOperator<String>> rules = new ArrayList<>();

  /** Replaces every match by a text, in which {@code $1} is the first group. */
  Rewriting replace(String regex, String replacement) {
    var pattern = pattern(regex);
    rules.add(text -> pattern.matcher(text).replaceAll(replacement));
    return this;
  }

  /** Replaces every match by what the function makes of it. */
  Rewriting replace(String regex, Function<MatchResult, String> replacement) {
    var pattern = pattern(regex);
    rules.add(
        text ->
            pattern
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(replacement.apply(match))));
    return this;
  }

  String apply(String text) {
    var rewritten = text;
    for (var rule : rules) {
      rewritten = rule.apply(rewritten);
    }
    return rewritten;
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
  }
}
