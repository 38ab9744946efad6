package dev.nashra.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with holes: <code>{{name}}</code> takes text and escapes it, <code>{{{name}}}</code> takes
 * markup as it is. A hole that nobody fills is a mistake and throws.
 */
final class Template {
  private static final Pattern HOLE = Pattern.compile("\\{\\{\\{(\\w+)}}}|\\{\\{(\\w+)}}");

  private final String source;
  private final Map<String, String> values = new HashMap<>();

  private Template(String source) {
    this.source = source;
  }

  static Template open(String name) {
    return new Template(read("/sample/templates/" + name));
  }

  static String read(String resource) {
    try (var input = Template.class.getResourceAsStream(resource)) {
      if (input == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Template with(String name, String value) {
    values.put(name, value);
    return this;
  }

  Template with(Map<String, String> several) {
    values.putAll(several);
    return this;
  }

  String text() {
    return HOLE.matcher(source).replaceAll(hole -> Matcher.quoteReplacement(fill(hole)));
  }

  private String fill(MatchResult hole) {
    return hole.group(1) != null ? value(hole.group(1)) : Markup.escape(value(hole.group(2)));
  }

  private String value(String name) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("nothing for {{" + name + "}}");
    }
    return value;
  }
}
