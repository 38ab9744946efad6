package dev.nashra.collect;

import dev.nashra.text.DateReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads one message of a Telegram preview page.
 *
 * <p>Quoted replies and previews of links use the same classes as the post's own words and stand
 * before them; albums put texts inside texts.
 */
final class TelegramMessage {
  private static final int MOST_MEDIA = 20;
  private static final Pattern POST = Pattern.compile("(\\w{1,64})/(\\d{1,15})");
  private static final Pattern BACKGROUND =
      Pattern.compile("background-image\\s*:\\s*url\\(\\s*['\"]?([^'\")]+)");
  private static final Pattern COUNT = Pattern.compile("([\\d.]{1,9})([KMB]?)");
  private static final Map<String, Integer> POWERS = Map.of("K", 3, "M", 6, "B", 9);
  private static final String TEXT = ".tgme_widget_message_text";
  private static final String NOT_OWN =
      ".tgme_widget_message_reply, .tgme_widget_message_link_preview,"
          + " .tgme_widget_message_forwarded_from, .message_media_not_supported_wrap";
  private static final String POLL =
      ".tgme_widget_message_poll_question, .tgme_widget_message_poll_option_text";

  private final Element message;
  private final String channel;
  private final long id;

  private TelegramMessage(Element message, String channel, long id) {
    this.message = message;
    this.channel = channel;
    this.id = id;
  }

  /** Null for what is no post: notices such as "channel created", and unreadable ones. */
  static @Nullable TelegramPost read(Element message) {
    var post = POST.matcher(message.attr("data-post").strip());
    if (!post.matches() || message.hasClass("service_message")) {
      return null;
    }
    return new TelegramMessage(message, post.group(1), Long.parseLong(post.group(2))).post();
  }

  private TelegramPost post() {
    var words = words();
    return new TelegramPost(
        channel,
        id,
        "https://t.me/" + channel + "/" + id,
        published(),
        isEdited(),
        HtmlCleaner.clean(words, "https://t.me/s/" + channel),
        plain(words),
        text(".tgme_widget_message_from_author"),
        text(
            ".tgme_widget_message_forwarded_from_name, .tgme_widget_message_forwarded_from_author"),
        views(),
        hashtags(),
        media());
  }

  /** The post's own words as HTML, those of a poll among them; empty when there are none. */
  private String words() {
    var words = new ArrayList<String>();
    for (var text : message.select(TEXT)) {
      boolean nested = text.parent() != null && text.parent().closest(TEXT) != null;
      if (!nested && text.closest(NOT_OWN) == null) {
        words.add(unwrapped(text).html());
      }
    }
    for (var part : message.select(POLL)) {
      words.add(HtmlCleaner.escape(part.text()));
    }
    return String.join("<br>", words);
  }

  private static Element unwrapped(Element text) {
    for (var emoji : text.select("i.emoji, tg-emoji")) {
      emoji.replaceWith(new TextNode(emoji.text()));
    }
    for (var link : text.select("a[href]")) {
      // The page escapes the addresses of such links twice.
      link.attr("href", link.attr("href").replace("&amp;", "&"));
    }
    var inner = text.selectFirst("> " + TEXT);
    return inner == null ? text : inner;
  }

  private static @Nullable String plain(String html) {
    var lines = new ArrayList<String>();
    var body = Jsoup.parseBodyFragment(html).body();
    body.forEachNode(
        node -> {
          if (node instanceof TextNode text && !isPreformatted(text)) {
            text.text(text.getWholeText().replace('\n', ' '));
          }
        });
    body.select("blockquote, p, div, pre").before("\n");
    body.select("blockquote, p, div, pre").after("\n");
    for (var line : body.wholeText().split("\n", -1)) {
      var clean = PlainText.line(line);
      lines.add(clean == null ? "" : clean);
    }
    var text = String.join("\n", lines).replaceAll("\n{3,}", "\n\n").strip();
    return text.isEmpty() ? null : text;
  }

  private static boolean isPreformatted(TextNode text) {
    var parent = text.parent();
    return parent != null && parent.closest("pre") != null;
  }

  private @Nullable Instant published() {
    var time = message.selectFirst(".tgme_widget_message_date time[datetime]");
    if (time == null) {
      time = message.selectFirst("time[datetime]");
    }
    return time == null ? null : DateReader.read(time.attr("datetime"));
  }

  private boolean isEdited() {
    var meta = message.selectFirst(".tgme_widget_message_meta");
    return meta != null && meta.ownText().toLowerCase(Locale.ROOT).contains("edited");
  }

  private @Nullable Long views() {
    var text = text(".tgme_widget_message_views");
    var count = COUNT.matcher(text == null ? "" : text.toUpperCase(Locale.ROOT));
    try {
      return count.matches()
          ? Long.valueOf(
              new BigDecimal(count.group(1))
                  .scaleByPowerOfTen(POWERS.getOrDefault(count.group(2), 0))
                  .longValue())
          : null;
    } catch (NumberFormatException severalPoints) {
      return null;
    }
  }

  private List<String> hashtags() {
    var tags = new LinkedHashSet<String>();
    for (var link : message.select(TEXT + " a[href^=?q=%23]")) {
      var tag = PlainText.line(link.text().replace("#", ""));
      if (tag != null && link.closest(NOT_OWN) == null && tags.size() < MOST_MEDIA) {
        tags.add(tag);
      }
    }
    return new ArrayList<>(tags);
  }

  private List<Enclosure> media() {
    var media = new LinkedHashMap<String, Enclosure>();
    for (var element :
        message.select(
            "a.tgme_widget_message_photo_wrap, video[src], audio[src],"
                + " .tgme_widget_message_video_thumb, .tgme_widget_message_roundvideo_thumb")) {
      if (element.closest(NOT_OWN) == null) {
        add(media, element);
      }
    }
    if (media.isEmpty()) {
      message.select(".link_preview_image, .link_preview_right_image").forEach(p -> add(media, p));
    }
    return media.values().stream().limit(MOST_MEDIA).toList();
  }

  private static void add(Map<String, Enclosure> media, Element element) {
    var type =
        switch (element.normalName()) {
          case "video" -> "video/mp4";
          case "audio" -> "audio/ogg";
          default -> "image/jpeg";
        };
    var background = BACKGROUND.matcher(element.attr("style"));
    var url =
        Links.web(background.find() ? background.group(1) : element.attr("src"), "https://t.me/");
    if (url != null) {
      media.putIfAbsent(url, new Enclosure(url, type, null));
    }
  }

  private @Nullable String text(String selector) {
    for (var element : message.select(selector)) {
      var text = PlainText.line(element.text());
      if (text != null) {
        return text;
      }
    }
    return null;
  }
}
