package dev.nashra.article.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON that web pages carry, which is often not quite JSON. */
final class LooseJson {
  private static final int MAX_CHARACTERS = 2_000_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_MISSING_VALUES,
              JsonReadFeature.ALLOW_JAVA_COMMENTS,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
              JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
              JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The fields worth saving from an object that is broken somewhere else. */
  private static final List<String> SALVAGED =
      List.of("headline", "datePublished", "dateModified", "articleBody", "inLanguage");

  private static final Pattern AUTHOR_NAME =
      Pattern.compile(
          "\"author\"\\s*+:\\s*+\\[?\\s*+\\{[^{}]{0,400}?\"name\"\\s*+:\\s*+\"([^\"]{2,100}+)\"");

  private static final Pattern BARE_QUOTE = Pattern.compile("(?<!\\\\)\"");

  private LooseJson() {}

  /** The value in this text; of an object that cannot be read, what can still be made out. */
  static Optional<JsonNode> read(String text) {
    var json = unwrapped(text);
    if (json.isEmpty() || json.length() > MAX_CHARACTERS) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(MAPPER.readTree(json));
    } catch (JacksonException broken) {
      return salvage(json);
    }
  }

  /** Without the comment and CDATA marks that old templates put around scripts. */
  private static String unwrapped(String text) {
    int start = firstOf(text, '{', '[');
    return start < 0 ? "" : text.substring(skipCdata(text, start)).strip();
  }

  private static int skipCdata(String text, int start) {
    int mark = text.indexOf("<![CDATA[");
    if (mark < 0 || mark > start) {
      return start;
    }
    int object = text.indexOf('{', mark + 9);
    int array = text.indexOf('[', mark + 9);
    if (object < 0 || array < 0) {
      return Math.max(Math.max(object, array), start);
    }
    return Math.min(object, array);
  }

  private static int firstOf(String text, char one, char other) {
    int a = text.indexOf(one);
    int b = text.indexOf(other);
    return a < 0 || b < 0 ? Math.max(a, b) : Math.min(a, b);
  }

  private static Optional<JsonNode> salvage(String json) {
    if (!json.contains("Article\"") && !json.contains("Posting\"")) {
      return Optional.empty();
    }
    var saved = MAPPER.createObjectNode();
    for (var name : SALVAGED) {
      stringAfter(json, name).ifPresent(value -> saved.put(name, value));
    }
    var author = AUTHOR_NAME.matcher(json);
    if (author.find()) {
      saved.put("author", author.group(1));
    }
    return saved.isEmpty() ? Optional.empty() : Optional.of(saved.put("@type", "Article"));
  }

  private static Optional<String> stringAfter(String json, String name) {
    var field = Pattern.compile("\"" + name + "\"\\s*+:\\s*+\"").matcher(json);
    if (!field.find()) {
      return Optional.empty();
    }
    int end = endOfString(json, field.end());
    try {
      return Optional.of(
          MAPPER
              .readTree(
                  '"'
                      + BARE_QUOTE.matcher(json.substring(field.end(), end)).replaceAll("\\\\\"")
                      + '"')
              .asString());
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }

  /** The closing quote: one that is followed by a comma or a brace, so that bare quotes pass. */
  private static int endOfString(String json, int from) {
    for (int i = from; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"' && closes(json, i + 1)) {
        return i;
      }
    }
    return from;
  }

  private static boolean closes(String json, int from) {
    for (int i = from; i < json.length(); i++) {
      char c = json.charAt(i);
      if (!Character.isWhitespace(c)) {
        return c == ',' || c == '}' || c == ']';
      }
    }
    return true;
  }
}
