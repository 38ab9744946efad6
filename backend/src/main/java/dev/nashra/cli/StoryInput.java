package dev.nashra.cli;

import dev.nashra.media.Brief;
import dev.nashra.media.type.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the one story that {@code card}, {@code speak} and {@code reel} take on standard input.
 *
 * <p>{@code {"id","language","headline","lead","key_points":[],"sources":[],"published"}}; only the
 * headline is needed. The usual other names of the fields are understood, and outlets are also
 * taken from {@code articles}.
 */
final class StoryInput {
  private static final int MAX_BYTES = 1 << 20;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final JsonNode story;

  private StoryInput(JsonNode story) {
    this.story = story;
  }

  /**
   * Reads to the end of the input.
   *
   * @throws BadStoryException when it is no story
   */
  static Brief read(InputStream in) {
    return new StoryInput(object(json(in))).brief();
  }

  private static String json(InputStream in) {
    try {
      var bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new BadStoryException("is longer than " + MAX_BYTES + " bytes.");
      }
      var text = new String(bytes, StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read standard input", e);
    }
  }

  private static JsonNode object(String json) {
    if (json.isBlank()) {
      throw new BadStoryException("is empty; give it as one JSON object.");
    }
    try {
      var node = MAPPER.readTree(json);
      if (!node.isObject()) {
        throw new BadStoryException("is not a JSON object.");
      }
      return node;
    } catch (JacksonException e) {
      var where = e.getLocation();
      throw new BadStoryException(
          "is not JSON: %s (line %d, column %d)."
              .formatted(e.getOriginalMessage(), where.getLineNr(), where.getColumnNr()));
    }
  }

  private Brief brief() {
    var headline = text("headline", "title");
    if (headline.isEmpty()) {
      throw new BadStoryException("has no \"headline\".");
    }
    var lead = text("lead", "summary", "text", "body", "description");
    var language = text("language", "lang");
    return new Brief(
        id(),
        language.isEmpty() ? guessedLanguage(headline + " " + lead) : language,
        headline,
        lead,
        texts("text", "key_points", "keyPoints", "points"),
        outlets(),
        published());
  }

  private long id() {
    var id = first("id", "story", "story_id", "storyId");
    if (id == null) {
      return 0;
    }
    return id.isIntegralNumber() ? id.asLong() : id.asString().hashCode() & 0xFFFF_FFFFL;
  }

  /** Enough to choose a direction and a voice when the story does not say. */
  private static String guessedLanguage(String sample) {
    return Direction.ofLetters(sample).isRightToLeft() ? "ar" : "en";
  }

  private List<String> outlets() {
    var named = texts("name", "sources", "outlets");
    if (!named.isEmpty()) {
      return named;
    }
    var articles = first("articles");
    return articles == null
        ? List.of()
        : distinct(articles.valueStream().map(article -> outlet(new StoryInput(article))));
  }

  private static String outlet(StoryInput article) {
    return article.text("source", "outlet", "source_name", "site");
  }

  private @Nullable Instant published() {
    var text = text("published", "date", "published_at", "updated");
    if (text.isEmpty()) {
      return null;
    }
    try {
      return text.length() == "2026-01-01".length()
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new BadStoryException(
          "has a \"published\" that is no time like 2026-01-31T09:30:00Z: " + text);
    }
  }

  /** Each entry a string, or an object with the text under {@code key}. */
  private List<String> texts(String key, String... names) {
    var list = first(names);
    if (list == null) {
      return List.of();
    }
    if (!list.isArray()) {
      return distinct(Stream.of(textOf(list, key)));
    }
    return distinct(list.valueStream().map(entry -> textOf(entry, key)));
  }

  private static String textOf(JsonNode entry, String key) {
    return entry.isObject() ? new StoryInput(entry).text(key, "title", "name") : entry.asString("");
  }

  private static List<String> distinct(Stream<String> texts) {
    var kept = new LinkedHashSet<String>();
    texts.map(String::strip).filter(text -> !text.isEmpty()).forEach(kept::add);
    return List.copyOf(kept);
  }

  /** A cited sentence ({@code {"text":…,"articles":[…]}}) counts as its text. */
  private String text(String... names) {
    var value = first(names);
    if (value == null) {
      return "";
    }
    return (value.isObject() ? new StoryInput(value).text("text", "name") : value.asString(""))
        .strip();
  }

  private @Nullable JsonNode first(String... names) {
    for (var name : names) {
      var value = story.get(name);
      if (value != null && !value.isNull()) {
        return value;
      }
    }
    return null;
  }
}
