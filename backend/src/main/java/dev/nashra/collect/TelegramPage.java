package dev.nashra.collect;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * One public preview page of a Telegram channel ({@code t.me/s/NAME}).
 *
 * @param name as the page writes it; letters may differ in case from the address
 * @param posts newest first
 * @param before the number with which the page of older posts is asked for; null on the last one
 */
public record TelegramPage(
    String name,
    @Nullable String title,
    @Nullable String description,
    @Nullable String image,
    List<TelegramPost> posts,
    @Nullable Long before) {
  private static final int MOST_POSTS = 200;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");
  private static final Pattern NAME = Pattern.compile("\\w{1,64}");
  private static final String POST = ".tgme_widget_message[data-post]";

  public TelegramPage {
    posts = List.copyOf(posts);
  }

  /** Null when the page shows no channel's history, as those of groups and private channels. */
  public static @Nullable TelegramPage of(String html) {
    var page = Jsoup.parse(html, "https://t.me/");
    page.outputSettings().prettyPrint(false);
    var posts = posts(page);
    if (posts.isEmpty()
        && page.selectFirst(".tgme_channel_history, .tme_no_messages_found") == null) {
      return null;
    }
    var name = name(page, posts);
    return name == null
        ? null
        : new TelegramPage(
            name,
            text(page, ".tgme_channel_info_header_title", ".tgme_header_title"),
            text(page, ".tgme_channel_info_description"),
            image(page),
            posts,
            before(page));
  }

  /** What a page that shows no history says of itself; null when it says nothing. */
  static @Nullable String introduction(String html) {
    var page = Jsoup.parse(html);
    var title = text(page, ".tgme_page_title");
    var extra = text(page, ".tgme_page_extra");
    return title == null || extra == null ? title : title + ", " + extra;
  }

  private static List<TelegramPost> posts(Document page) {
    var byId = new LinkedHashMap<Long, TelegramPost>();
    for (var message : page.select(POST)) {
      var post = byId.size() < MOST_POSTS ? TelegramMessage.read(message) : null;
      if (post != null) {
        byId.putIfAbsent(post.id(), post);
      }
    }
    return byId.values().stream()
        .sorted(Comparator.comparingLong(TelegramPost::id).reversed())
        .toList();
  }

  private static @Nullable String name(Document page, List<TelegramPost> posts) {
    if (!posts.isEmpty()) {
      return posts.getFirst().channel();
    }
    var main = page.selectFirst("main[data-url]");
    var path = main == null ? "" : main.attr("data-url").replaceFirst("^/(?:s/)?", "");
    if (NAME.matcher(path).matches()) {
      return path;
    }
    var user = Objects.requireNonNullElse(text(page, ".tgme_channel_info_header_username"), "");
    return NAME.matcher(user.replace("@", "")).matches() ? user.replace("@", "") : null;
  }

  private static @Nullable String image(Document page) {
    var photo = page.selectFirst(".tgme_page_photo_image img[src]");
    var url = photo == null ? null : Links.web(photo.attr("src"), "https://t.me/");
    var meta = page.selectFirst("meta[property=og:image]");
    return url == null && meta != null ? Links.web(meta.attr("content"), null) : url;
  }

  private static @Nullable Long before(Document page) {
    for (var more : page.select("a.tme_messages_more[data-before]")) {
      if (NUMBER.matcher(more.attr("data-before")).matches()) {
        return Long.valueOf(more.attr("data-before"));
      }
    }
    return null;
  }

  private static @Nullable String text(Element page, String... selectors) {
    for (var selector : selectors) {
      var element = page.selectFirst(selector);
      var text = element == null ? null : PlainText.line(element.text());
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** The name under which a post is the same wherever it is seen. */
  static String key(String channel, long id) {
    return channel.toLowerCase(Locale.ROOT) + "/" + id;
  }
}
