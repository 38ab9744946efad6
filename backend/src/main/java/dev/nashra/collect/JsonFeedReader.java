package dev.nashra.collect;

import dev.nashra.text.DateReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON Feed 1.0 and 1.1 item by item; a document that breaks off gives the items up to there.
 */
final class JsonFeedReader {
  private static final int MOST_ENTRIES = 1_000;
  private static final int MOST_PARTS = 100;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS) // Items are read one by one.
          .build();

  private final @Nullable String url;
  private final ObjectNode head = MAPPER.createObjectNode();
  private final List<JsonNode> items = new ArrayList<>();

  private JsonFeedReader(@Nullable String url) {
    this.url = url;
  }

  static ReadResult read(String json, @Nullable String url) {
    var reader = new JsonFeedReader(url);
    String fault = null;
    try (var parser = MAPPER.createParser(json)) {
      reader.walk(parser);
    } catch (JacksonException broken) {
      fault = broken.getOriginalMessage();
    }
    if (reader.isFeed()) {
      return new ReadResult.Read(reader.feed());
    }
    return ReadResult.unreadable(
        fault == null ? "This is JSON, but not a JSON Feed." : "This is broken JSON: " + fault);
  }

  private void walk(JsonParser parser) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = parser.currentName();
      var value = parser.nextToken();
      if (name.equals("items") && value == JsonToken.START_ARRAY) {
        walkItems(parser);
      } else {
        head.set(name, MAPPER.readTree(parser));
      }
    }
  }

  private void walkItems(JsonParser parser) {
    while (parser.nextToken() != JsonToken.END_ARRAY && items.size() < MOST_ENTRIES) {
      var item = MAPPER.readTree(parser);
      if (item.isObject()) {
        items.add(item);
      }
    }
    while (parser.currentToken() != JsonToken.END_ARRAY) {
      parser.skipChildren();
      parser.nextToken();
    }
  }

  private boolean isFeed() {
    var version = text(head, "version");
    return (version != null && version.contains("jsonfeed"))
        || items.stream().anyMatch(item -> item.has("content_html") || item.has("content_text"));
  }

  private Feed feed() {
    var link = web(text(head, "home_page_url"), url);
    var base = link == null ? url : link;
    var author = authors(head);
    var entries = items.stream().map(item -> entry(item, base).orBy(author)).toList();
    var image = web(text(head, "icon"), base);
    return new Feed(
        PlainText.of(text(head, "title")),
        link,
        PlainText.of(text(head, "description")),
        text(head, "language"),
        text(head, "feed_url"),
        date(head, "date_modified"),
        date(head, "date_published"),
        image == null ? web(text(head, "favicon"), base) : image,
        author,
        PlainText.of(text(head, "rights")),
        PlainText.of(text(head, "generator")),
        web(text(head, "next_url"), url),
        entries);
  }

  private static FeedEntry entry(JsonNode item, @Nullable String base) {
    var link = web(text(item, "url"), base);
    if (link == null) {
      link = web(text(item, "external_url"), base);
    }
    var id = text(item, "id");
    if (link == null) {
      link = web(id, null);
    }
    var content = content(item, base);
    var attachments = attachments(item, base);
    return new FeedEntry(
        id == null ? link : id,
        PlainText.of(text(item, "title")),
        link,
        date(item, "date_published"),
        date(item, "date_modified"),
        HtmlCleaner.clean(escaped(text(item, "summary")), base),
        content,
        authors(item),
        tags(item),
        attachments,
        null,
        image(item, base, attachments, content));
  }

  private static @Nullable String image(
      JsonNode item, @Nullable String base, List<Enclosure> attachments, @Nullable String content) {
    for (var name : new String[] {"image", "banner_image"}) {
      var image = web(text(item, name), base);
      if (image != null) {
        return image;
      }
    }
    var attached = EntryImage.of(attachments);
    return attached == null ? EntryImage.inText(content) : attached;
  }

  private static @Nullable String content(JsonNode item, @Nullable String base) {
    var html = HtmlCleaner.clean(text(item, "content_html"), base);
    return html == null ? HtmlCleaner.clean(escaped(text(item, "content_text")), base) : html;
  }

  /** Plain text as HTML: its line breaks are all the shape it has. */
  private static @Nullable String escaped(@Nullable String plain) {
    return plain == null ? null : HtmlCleaner.escape(plain).replaceAll("\\R", "<br>");
  }

  private static @Nullable String authors(JsonNode node) {
    var names = new LinkedHashSet<String>();
    for (var author : node.path("authors")) {
      addAuthor(names, author);
    }
    if (names.isEmpty()) {
      addAuthor(names, node.path("author"));
    }
    return PersonName.joined(new ArrayList<>(names));
  }

  private static void addAuthor(Set<String> names, JsonNode author) {
    var name = PersonName.of(author.isString() ? author.asString() : text(author, "name"));
    if (name != null && names.size() < MOST_PARTS) {
      names.add(name);
    }
  }

  private static List<String> tags(JsonNode item) {
    var tags = new LinkedHashSet<String>();
    for (var tag : item.path("tags")) {
      var name = tag.isValueNode() ? PlainText.line(tag.asString()) : null;
      if (name != null && tags.size() < MOST_PARTS) {
        tags.add(name);
      }
    }
    return new ArrayList<>(tags);
  }

  private static List<Enclosure> attachments(JsonNode item, @Nullable String base) {
    var attachments = new ArrayList<Enclosure>();
    for (var attachment : item.path("attachments")) {
      var address = web(text(attachment, "url"), base);
      var size = attachment.path("size_in_bytes");
      if (address != null && attachments.size() < MOST_PARTS) {
        boolean counted = size.isNumber() && size.asLong(-1) >= 0;
        attachments.add(
            new Enclosure(
                address,
                text(attachment, "mime_type"),
                counted ? Long.valueOf(size.asLong(0)) : null));
      }
    }
    return attachments;
  }

  private static @Nullable Instant date(JsonNode node, String name) {
    return DateReader.read(text(node, name));
  }

  private static @Nullable String web(@Nullable String link, @Nullable String base) {
    return Links.web(link, base);
  }

  /** Ids are texts, yet some write numbers (JSON Feed 1.1, "id"). */
  private static @Nullable String text(JsonNode node, String name) {
    var value = node.path(name);
    var text = value.isValueNode() && !value.isNull() ? value.asString("").strip() : "";
    return text.isEmpty() ? null : text;
  }
}
