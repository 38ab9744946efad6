package dev.nashra.broadcast;

import java.time.temporal.ChronoUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a feed as JSON Feed 1.1. */
final class JsonFeed {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonFeed() {}

  static String of(FeedChannel channel, Wording words) {
    var feed = MAPPER.createObjectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", channel.title());
    feed.put("home_page_url", channel.address(channel.home()));
    feed.put("feed_url", channel.address(channel.path()));
    feed.put("description", channel.description());
    feed.put("language", channel.language());
    var items = feed.putArray("items");
    channel.editions().forEach(edition -> add(items.addObject(), edition, channel, words));
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(feed);
  }

  private static void add(ObjectNode item, Edition edition, FeedChannel channel, Wording words) {
    item.put("id", FeedChannel.guid(edition));
    item.put("url", channel.address(edition.file()));
    item.put("title", edition.title());
    item.put("content_html", FeedBody.html(edition, words));
    item.put("summary", FeedBody.summary(edition));
    item.put("date_published", edition.made().truncatedTo(ChronoUnit.SECONDS).toString());
    item.put("date_modified", edition.updated().truncatedTo(ChronoUnit.SECONDS).toString());
    item.put("language", edition.language());
    if (edition.audio() != null) {
      attach(item.putArray("attachments"), edition, channel);
    }
  }

  private static void attach(ArrayNode attachments, Edition edition, FeedChannel channel) {
    var audio = edition.audio();
    if (audio != null) {
      attachments
          .addObject()
          .put("url", channel.address(audio.file()))
          .put("mime_type", "audio/mpeg")
          .put("size_in_bytes", audio.bytes())
          .put("duration_in_seconds", audio.duration().toSeconds());
    }
  }
}
