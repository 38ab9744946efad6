package dev.nashra.publish.telegram;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A public channel's preview page, as far as it tells which of our messages are there: the newest
 * fifteen to twenty, or those before a number.
 *
 * @param isChannel false for a page that shows no channel: private, restricted, or no such name
 * @param messages the oldest first
 */
record ChannelPage(boolean isChannel, List<Shown> messages) {
  /**
   * A message on the page.
   *
   * @param letters its text's letters and digits, in lower case
   */
  record Shown(long id, @Nullable Instant date, String letters, boolean video) {}

  static ChannelPage read(String html) {
    var page = Jsoup.parse(html);
    var messages = new ArrayList<Shown>();
    for (var message : page.select(".tgme_widget_message[data-post]")) {
      idOf(message.attr("data-post")).ifPresent(id -> messages.add(shown(id, message)));
    }
    boolean isChannel =
        page.selectFirst(".tgme_channel_info, .tgme_channel_history") != null
            || !messages.isEmpty();
    return new ChannelPage(isChannel, List.copyOf(messages));
  }

  private static Shown shown(long id, Element message) {
    // A quoted message's text comes first and looks the same, but stands inside the quotation.
    var text =
        message.select(".tgme_widget_message_text").stream()
            .filter(element -> element.closest(".tgme_widget_message_reply") == null)
            .filter(element -> element.closest(".tgme_widget_message_link_preview") == null)
            .findFirst()
            .map(Element::text)
            .orElse("");
    var time = message.selectFirst(".tgme_widget_message_date time[datetime]");
    return new Shown(
        id,
        time == null ? null : date(time.attr("datetime")),
        letters(text),
        message.selectFirst(".tgme_widget_message_video_player, .tgme_widget_message_video")
            != null);
  }

  private static Optional<Long> idOf(String post) {
    var number = post.substring(post.lastIndexOf('/') + 1);
    return number.matches("\\d{1,18}") ? Optional.of(Long.valueOf(number)) : Optional.empty();
  }

  private static @Nullable Instant date(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** What stays of a text however it is marked up: emoji and spaces may be shown differently. */
  static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
  }
}
