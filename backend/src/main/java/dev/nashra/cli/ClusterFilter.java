package dev.nashra.cli;

import dev.nashra.story.ClusterDocument;
import dev.nashra.story.StoryClusterer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code nashra cluster}: articles in order of arrival to the story of each. */
@Command(
    name = "cluster",
    description =
        "Lines {\"id\",\"title\",\"body\",\"lang\",\"published\"} in order of arrival to the story"
            + " of each, decided before the next line is read. All but id and title may be missing.")
final class ClusterFilter extends LineFilter {
  private static final DateTimeFormatter ISO_TIME_OR_DATE =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(Locale.ROOT);

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final StoryClusterer clusterer = new StoryClusterer();

  private record Answer(String id, String story) {}

  private record BadLine(@Nullable String id, @Nullable String story, String error) {
    BadLine(String error) {
      this(null, null, error);
    }
  }

  @Override
  protected Object answer(String line) {
    try {
      var document = document(mapper.readTree(line));
      return new Answer(document.id(), clusterer.assign(document).storyKey());
    } catch (JacksonException e) {
      return new BadLine("not JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      return new BadLine(String.valueOf(e.getMessage()));
    }
  }

  private static ClusterDocument document(JsonNode line) {
    if (!line.isObject()) {
      throw new IllegalArgumentException("not a JSON object");
    }
    return new ClusterDocument(
        required(line, "id"),
        required(line, "title"),
        text(line, "body"),
        text(line, "lang"),
        instant(text(line, "published")));
  }

  private static String required(JsonNode line, String field) {
    var text = text(line, field);
    if (text == null) {
      throw new IllegalArgumentException("no " + field);
    }
    return text;
  }

  private static @Nullable String text(JsonNode line, String field) {
    var value = line.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isValueNode()) {
      throw new IllegalArgumentException(field + " is not a text");
    }
    return value.asString();
  }

  /** A time that cannot be read is a time that is not known. */
  private static @Nullable Instant instant(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      TemporalAccessor time =
          ISO_TIME_OR_DATE.parseBest(
              text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      return switch (time) {
        case OffsetDateTime exact -> exact.toInstant();
        case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
        case LocalDate day -> day.atStartOfDay().toInstant(ZoneOffset.UTC);
        default -> null;
      };
    } catch (DateTimeException e) {
      return null;
    }
  }
}
